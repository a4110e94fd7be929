import type { Project } from "../project/project.ts";
import { packageLists, unlocked } from "./buildpack.ts";
import type { Check, Remark } from "./check.ts";
import { misnamedRequirements } from "./misnamed-requirements.ts";

const FREEZE =
  "In the environment that the app runs in, write `pip freeze > requirements.txt` and commit the file.";
const FIXES: Readonly<Record<string, string>> = {
  Pipfile: "Run `pipenv lock` and commit Pipfile.lock.",
  "pyproject.toml": `Lock it (\`uv lock\` or \`poetry lock\`) and commit the lock file. Or: ${FREEZE}`,
  "setup.py":
    "Add a requirements.txt with the single line `.` and commit it: pip then installs what setup.py names.",
  "environment.yml": `Heroku does not use conda. ${FREEZE}`,
};
const TOOLS: Readonly<Record<string, string>> = {
  "requirements.txt": "pip",
  "Pipfile.lock": "Pipenv",
  "poetry.lock": "Poetry",
  "uv.lock": "uv",
};

// The buildpack (v351) stops with package-manager::multiple-found, ::pipenv-missing-lockfile or ::setup-py-only.
export const packageManagers: Check = {
  id: "package-managers",
  title: "One file, and only one, lists the packages",
  buildpack: true,

  find(project) {
    const lists = packageLists(project);
    const wanted = unlocked(project);
    if (lists.length > 1) return [several(lists)];
    if (lists.length === 1) return forgottenPipfile(project);
    return wanted === undefined || misnamedRequirements(project) !== undefined ? [] : [withoutLock(wanted)];
  },
};

function several(lists: readonly string[]): Remark {
  const files = lists.join(" and ");
  const tools = lists.map((list) => TOOLS[list]).join(", ");
  return {
    level: "error",
    file: lists.at(-1) ?? null,
    line: null,
    problem:
      `${files} are both in the root (${tools}). Heroku cannot tell which of them lists the packages, and stops the build. ` +
      "At home you choose by the command that you type.",
    fix: `Keep the one that you install from, and delete ${lists.length > 2 ? "the others" : "the other"}: \`git rm ${lists.at(-1)}\` or \`git rm ${lists[0]}\`.`,
  };
}

/** Whether the buildpack minds depends on its version: it warned for years. */
function forgottenPipfile({ files }: Project): Remark[] {
  if (!files.has("Pipfile") || files.has("Pipfile.lock")) return [];
  return [
    {
      level: "warning",
      file: "Pipfile",
      line: null,
      problem:
        "There is a Pipfile without Pipfile.lock beside another list of packages. Heroku may take the app for one of Pipenv's " +
        "and stop the build, because nothing is locked.",
      fix: "Delete the Pipfile if you do not install from it. Else run `pipenv lock`, commit Pipfile.lock, and delete the other list.",
    },
  ];
}

function withoutLock(file: string): Remark {
  return {
    level: "error",
    file,
    line: null,
    problem:
      `There is ${file} but no requirements.txt, Pipfile.lock, poetry.lock or uv.lock, and Heroku installs from one of those ` +
      "four. The build stops.",
    fix: FIXES[file] ?? FREEZE,
  };
}
