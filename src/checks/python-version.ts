import type { Project } from "../project/project.ts";
import {
  type PythonRequest,
  pythonRequest,
  pythonVersionFile,
  runtimeTxt,
} from "../project/python-request.ts";
import { HEROKU_PYTHONS, LEAVING, newestPatch } from "../project/python-version.ts";
import { packageLists } from "./buildpack.ts";
import type { Check, Remark } from "./check.ts";
import type { Edit } from "./edit.ts";
import { misspeltPythonVersion } from "./misspelt-python-version.ts";
import { namePython, written } from "./name-python.ts";
import { quote } from "./quote.ts";

const [NEWEST = ""] = HEROKU_PYTHONS;
const OLDEST = HEROKU_PYTHONS.at(-1) ?? "";
const OFFERED = `Heroku has ${OLDEST} to ${NEWEST}`;

// The buildpack (v351) reads one file and stops the build at whatever it does not understand in it, where pyenv,
// uv and hosts that ignore the file let it pass.
export const pythonVersion: Check = {
  id: "python-version",
  title: "Heroku understands which Python the app asks for",
  buildpack: true,

  find(project) {
    if (packageLists(project).length === 0) return [];
    return [...misspeltPythonVersion(project), ...uvRules(project), ...requested(project)];
  },
};

/** With uv the file is a must, and runtime.txt an error. */
function uvRules(project: Project): Remark[] {
  const { files } = project;
  if (packageLists(project).join() !== "uv.lock") return [];
  if (files.has("runtime.txt")) {
    return [
      {
        level: "error",
        file: "runtime.txt",
        line: null,
        problem:
          "The app is installed by uv (uv.lock), and with uv Heroku refuses runtime.txt: the build stops.",
        fix: "Delete runtime.txt and name the Python in .python-version.",
        edits: namePython(project, wanted(runtimeTxt(project.texts))),
      },
    ];
  }
  if (files.has(".python-version")) return [];
  return [
    {
      level: "error",
      file: null,
      line: null,
      problem:
        "The app is installed by uv (uv.lock) but has no .python-version. uv would take any Python that it finds; Heroku wants to be told, and the build stops.",
      fix: `Add a file .python-version with the single line \`${NEWEST}\`, or the version that you test with, and commit it.`,
      edits: [{ kind: "create", file: ".python-version", text: `${NEWEST}\n` }],
    },
  ];
}

function requested(project: Project): Remark[] {
  const request = pythonRequest(project.texts);
  if (!request || (request.file === "runtime.txt" && packageLists(project).join() === "uv.lock")) return [];
  const defect = request.kind === "version" ? unsupported(request) : refused(request);
  if (defect) return [{ ...defect, ...place(request), edits: rewritten(project, request) }];
  return request.kind === "version" && request.file === "runtime.txt" ? [deprecated(project, request)] : [];
}

function place({ file, line }: PythonRequest): Pick<Remark, "file" | "line"> {
  return { file, line: file === "Pipfile.lock" ? null : line };
}

type Version = Extract<PythonRequest, { kind: "version" }>;
type Defect = Pick<Remark, "level" | "problem" | "fix">;

function refused(request: Exclude<PythonRequest, Version>): Defect {
  const { file, kind } = request;
  const problems = {
    empty: `${file} names no Python version, and Heroku does not take an empty file for a default.`,
    several: `${file} names more than one Python. pyenv takes the first; Heroku refuses the file.`,
    encoding: `${file} is not plain UTF-8: it begins with an invisible mark or was saved as UTF-16, as PowerShell's > does.`,
    malformed: `${file} holds something that Heroku does not take for a version, such as a ${
      file === "runtime.txt" ? "missing `python-`" : "prefix, quotes"
    }, a wildcard or more after the version.`,
  };
  return {
    level: "error",
    problem: `${problems[kind]} The build stops.`,
    fix: `${
      file === "runtime.txt" ? "Delete it and let .python-version" : "Let the file"
    } hold the single line \`${suggestion(request)}\`, in UTF-8 without a byte order mark.`,
  };
}

function unsupported(request: Version): Defect | undefined {
  const { file, major, minor, patch } = request;
  const name = `${major}.${minor}`;
  const write = `Ask for one that is there, such as \`${suggestion(request)}\`, and test with it.`;
  if (major < 3 || (major === 3 && !HEROKU_PYTHONS.includes(name) && minor < Number(OLDEST.split(".")[1]))) {
    return {
      level: "error",
      problem: `${file} asks for Python ${quote(name)}, which gets no security updates any more, and Heroku no longer has it. ${OFFERED}. The build stops.`,
      fix: write,
    };
  }
  if (!HEROKU_PYTHONS.includes(name)) {
    return {
      level: "error",
      problem: `${file} asks for Python ${quote(name)}, which Heroku does not know. ${OFFERED}. The build stops.`,
      fix: write,
    };
  }
  if (patch !== undefined && patch > Number(newestPatch(name).split(".")[2])) {
    return {
      level: "warning",
      problem: `${file} asks for Python ${quote(`${name}.${patch}`)}, but the newest ${name} known to be on Heroku is ${newestPatch(name)}. If it is not there yet, the build stops.`,
      fix: `Write \`${file === "runtime.txt" ? "python-" : ""}${name}\`: Heroku then takes the newest patch that it has.`,
    };
  }
  if (name !== LEAVING.python) return undefined;
  return {
    level: "warning",
    problem: `${file} asks for Python ${LEAVING.python}, which Heroku takes away on ${LEAVING.on}. Later builds stop.`,
    fix: "Move to a newer Python, such as `3.12`, and test with it.",
  };
}

function deprecated(project: Project, request: Version): Remark {
  const { texts } = project;
  const other = pythonVersionFile(texts);
  const contradicts = other !== undefined && versionOf(other) !== versionOf(request);
  return {
    level: contradicts ? "warning" : "notice",
    ...place(request),
    problem: contradicts
      ? "runtime.txt and .python-version ask for different Pythons. Heroku follows runtime.txt, while pyenv and uv at home follow .python-version."
      : "runtime.txt is an old way to name the Python. Heroku still reads it, but says that it will stop.",
    fix: `Delete runtime.txt and let .python-version hold the single line \`${versionOf(request)}\`, which is what Heroku takes now.`,
    edits: namePython(project, wanted(request)),
  };
}

function versionOf(request: PythonRequest): string | undefined {
  return request.kind === "version" ? written(request) : undefined;
}

/** The version that a file asks for if Heroku has it, else the nearest guess at what it means. */
function wanted(request: PythonRequest | undefined): string {
  if (!request) return NEWEST;
  const isFine = request.kind === "version" && !unsupported(request);
  return (isFine && versionOf(request)) || suggestion(request);
}

function suggestion(request: PythonRequest): string {
  const minor = request.kind === "version" ? request.minor : request.found;
  const meant = HEROKU_PYTHONS.find((name) => name === `3.${minor}`) ?? NEWEST;
  return request.kind === "version" && meant === LEAVING.python ? "3.12" : meant;
}

function rewritten(project: Project, request: PythonRequest): Edit[] {
  return request.file === "Pipfile.lock" ? [] : namePython(project, suggestion(request));
}
