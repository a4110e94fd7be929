import type { Check, Remark } from "./check.ts";
import { misnamedProcfile } from "./misnamed-procfile.ts";
import { quote } from "./quote.ts";

// What is as sure to be a Procfile as its name can say; `procfile_parser.py` is not.
const PLAIN = /^procfiles?(?:\.[a-z]+)?$/i;

// Heroku reads the file called exactly `Procfile` in the root and no other. A wrong name or place is no error of
// the build: it passes, and no process is started.
export const procfileName: Check = {
  id: "procfile-name",
  title: "The Procfile has the right name and place",
  buildpack: true,

  find(project) {
    const entry = project.files.get("Procfile");
    if (entry && !project.procfile) return [unread(entry.mode)];

    const path = misnamedProcfile(project);
    if (path === undefined) return [];
    return [path.includes("/") ? misplaced(path) : misnamed(path)];
  },
};

function misnamed(path: string): Remark {
  return {
    level: "error",
    file: path,
    line: null,
    problem:
      `The file is called ${quote(path)}, but Heroku reads only \`Procfile\`: capital P, the rest small, nothing after it. ` +
      "It will build the app, start nothing, and every page will answer 503.",
    edits: PLAIN.test(path) ? [{ kind: "rename", file: path, to: "Procfile" }] : [],
    fix: `Rename it and commit: git mv ${quote(path)} Procfile. (On a Mac or on Windows, where case does not count, rename it twice.)`,
  };
}

function misplaced(path: string): Remark {
  const folder = path.slice(0, path.lastIndexOf("/"));
  return {
    level: "error",
    file: path,
    line: null,
    problem:
      `The Procfile lies in ${quote(folder)}, but Heroku reads only the one in the root of what is pushed. ` +
      "It will build the app, start nothing, and every page will answer 503.",
    fix: `Move it to the root, or, if the whole app lives in ${quote(folder)}, set \`app-dir\` to that folder in the workflow.`,
  };
}

function unread(mode: string): Remark {
  const what =
    mode === "120000" ? "a symbolic link" : mode === "160000" ? "a submodule" : "larger than 1 MiB";
  return {
    level: "warning",
    file: "Procfile",
    line: null,
    problem: `The Procfile is ${what}, so it was not read, and nothing that depends on it could be checked.`,
    fix: "Make it an ordinary text file with the line `web: gunicorn app:app` for your app.",
  };
}
