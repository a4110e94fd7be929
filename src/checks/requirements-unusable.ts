import type { Project } from "../project/project.ts";
import type { Place, Requirements } from "../project/requirements.ts";
import { fits } from "../project/versions.ts";
import { badLines } from "./bad-requirement-line.ts";
import type { Check, Remark } from "./check.ts";
import { few } from "./few.ts";
import { quote } from "./quote.ts";
import { isHashed } from "./requirement-edits.ts";
import { unreadableIncludes } from "./unreadable-include.ts";
import { PIN, unusableName } from "./unusable-name.ts";
import { unusableSource } from "./unusable-source.ts";

type Said = Pick<Remark, "level" | "problem" | "fix" | "edits">;

// What the environment of a build has. Config vars are not there for pip, but for PIP_EXTRA_INDEX_URL (buildpack v351).
const SET_IN_BUILDS = /^(?:HOME|PATH|PWD|USER|LANG|STACK|SOURCE_VERSION|REQUEST_ID|PIP_\w+|PYTHON\w*)$/;
const OTHER_INDEXES = ["index-url", "extra-index-url", "find-links"];

// Heroku runs `pip install -r requirements.txt` on Linux, in an empty environment, without keys and without config
// vars, on what is committed. Each of these lines works only where it was written.
export const requirementsUnusable: Check = {
  id: "requirements-unusable",
  title: "pip can install requirements.txt on Heroku",
  buildpack: true,

  find(project) {
    const { requirements } = project;
    if (!requirements) return [];
    const remarks = [
      ...requirements.wide.map(inUtf16),
      ...few(unsetVariables(requirements)),
      ...badLines(requirements.problems),
      ...unreadableIncludes(project, requirements),
      ...lines(project, requirements),
      ...contradictions(requirements),
      ...withoutHash(requirements),
    ];
    // The first that is said of a line is the most specific.
    const said = new Set<string>();
    return remarks.filter(
      ({ file, line }) => line === null || (!said.has(`${file}:${line}`) && said.add(`${file}:${line}`)),
    );
  },
};

function at({ file, line }: Place, said: Said): Remark {
  return { file, line, ...said };
}

function inUtf16(file: string): Remark {
  return {
    level: "warning",
    file,
    line: null,
    problem:
      `${quote(file)} is written in UTF-16, as PowerShell's \`>\` does. pip reads it, but git takes it for a binary file and shows ` +
      "no differences, and other tools cannot read it.",
    fix: `Write it as UTF-8: in PowerShell, \`pip freeze | Out-File -Encoding ascii ${file.replace(/[^\w./-]/g, "")}\`.`,
  };
}

function unsetVariables({ lines, entries, unnamed }: Requirements): Remark[] {
  const idle = new Set(
    [...entries, ...unnamed].filter(({ active }) => !active).map(({ file, line }) => `${file}:${line}`),
  );
  return lines.flatMap((line) => {
    const name = [...line.text.matchAll(/\$\{([A-Z0-9_]+)\}/g)].find(
      ([, name = ""]) => !SET_IN_BUILDS.test(name),
    )?.[1];
    if (name === undefined || idle.has(`${line.file}:${line.line}`)) return [];
    return [
      at(line, {
        level: "error",
        problem:
          `This line takes ${quote(name)} from the environment. Heroku gives config vars to the app, not to pip, so the build ` +
          "gets no value and stops.",
        fix: "Set the config var PIP_EXTRA_INDEX_URL to the address of a private index: the only one that pip is given. Then delete the address here.",
      }),
    ];
  });
}

function lines(project: Project, requirements: Requirements): Remark[] {
  const { entries, unnamed, options } = requirements;
  const publicOnly = !OTHER_INDEXES.some((name) => options.has(name));
  const said = [...entries, ...unnamed].flatMap((wanted) => {
    if (!wanted.active) return [];
    const what =
      unusableSource(wanted, project) ?? ("key" in wanted ? unusableName(wanted, publicOnly) : undefined);
    return what ? [at(wanted, what)] : [];
  });
  const glued = requirements.lines.filter(({ text }) => /^-[fi][a-z][\w.-]*\s*[=<>~!]=/i.test(text));
  const kinds = Map.groupBy(said, ({ level, problem }) => `${level} ${problem}`);
  return [...[...kinds.values()].flatMap((same) => few(same)), ...glued.map((line) => at(line, GLUED))];
}

const GLUED: Said = {
  level: "warning",
  problem:
    "pip takes a line that begins with `-f` or `-i` for an option, not for a package, and says nothing about it.",
  fix: "Delete the dash if this is meant to be a package.",
};

/** Pins that another line of the same package, or a constraint, excludes. Ranges that only overlap little are let be. */
function contradictions({ entries, constraints }: Requirements): Remark[] {
  const binding = [...entries, ...constraints].filter(({ active, url }) => active && url === undefined);
  return [...Map.groupBy(binding, ({ key }) => key).values()].flatMap((same): Remark[] => {
    const pin = same.find(({ specifier }) => PIN.test(specifier));
    const version = PIN.exec(pin?.specifier ?? "")?.[1]?.trim();
    if (!pin || version === undefined || !entries.some(({ key }) => key === pin.key)) return [];
    const other = same.find(({ specifier }) => !fits(version, specifier));
    if (!other) return [];
    const [first, second] = same.indexOf(pin) < same.indexOf(other) ? [pin, other] : [other, pin];
    return [
      at(second, {
        level: "error",
        problem:
          `${quote(first.name)} is asked for twice: ${quote(first.specifier)} in line ${first.line} of ${quote(first.file)}, and here ` +
          `${quote(second.specifier)}. No version is both, so pip installs nothing and the build stops.`,
        fix: "Delete the one that is wrong.",
      }),
    ];
  });
}

/** One hash in a file makes pip want one for everything. */
function withoutHash(requirements: Requirements): Remark[] {
  const { entries, unnamed, constraints } = requirements;
  if (!isHashed(requirements) || constraints.length > 0) return [];
  const bare = [...entries, ...unnamed].filter((wanted) => {
    const source = "target" in wanted ? wanted.target : (wanted.url ?? "");
    return wanted.active && !("hashes" in wanted && wanted.hashes > 0) && !/#.*sha\d+=/.test(source);
  });
  return [
    ...few(
      bare.map((wanted) =>
        at(wanted, {
          level: "error",
          problem:
            "Other lines have a `--hash`, and then pip wants one for every package. This line has none, so the build stops.",
          fix: "Write the file anew: `pip-compile --generate-hashes` (or `uv pip compile --generate-hashes`) gives every line its hash.",
        }),
      ),
    ),
  ];
}
