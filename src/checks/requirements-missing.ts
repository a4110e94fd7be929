import type { Project } from "../project/project.ts";
import { packageLists } from "./buildpack.ts";
import type { Check, Remark } from "./check.ts";
import { quote } from "./quote.ts";

const LOOKALIKE =
  /^(?:requirements?|requirments|requirement[-_]?s|reqs?|dependencies|packages)(?:[-_. ].*)?$/is;
const TEXT = /^[^.]*$|\.(?:txt|text|in|pip|md)$/i;
const OTHER_USE = /(?:dev|tests?|testing|lint|docs?|local)\b/i;
const FOREIGN = /(?:^|\/)(?:node_modules|site-packages|venv|\.venv|env|vendor|docs?|tests?)\//;
const EFFECT = "Heroku looks for it in the root of what is pushed, and without it the build stops.";
const FREEZE =
  "In the environment that the app runs in, write `pip freeze > requirements.txt` and commit the file";

// The buildpack stops with package-manager::none-found when the root has none of its four package lists.
export const requirementsMissing: Check = {
  id: "requirements-missing",
  title: "Heroku is told which packages to install",
  buildpack: true,

  find(project) {
    if (packageLists(project).length > 0) return [];
    return [misnamed(project) ?? withoutLock(project) ?? none(project)];
  },
};

function misnamed({ files }: Project): Remark | undefined {
  const [path] = [...files.keys()]
    .filter((path) => !FOREIGN.test(path) && isLookalike(path))
    .sort((a, b) => a.split("/").length - b.split("/").length || a.length - b.length || (a < b ? -1 : 1));
  if (path === undefined) return undefined;

  const inRoot = !path.includes("/");
  return {
    level: "error",
    file: path,
    line: null,
    problem: `The packages are listed in ${quote(path)}, but the file must be \`requirements.txt\`. ${EFFECT}`,
    fix: inRoot
      ? `Rename it: git mv ${quote(path)} requirements.txt, and commit.`
      : `Move it to the root, or add a requirements.txt there with the line \`-r ${path.replace(/[^\w./-]/g, "")}\`.`,
  };
}

function isLookalike(path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const folder = path.slice(0, -name.length);
  if (OTHER_USE.test(name)) return false;
  return (
    (LOOKALIKE.test(name) && TEXT.test(name)) ||
    (/(?:^|\/)requirements\/$/i.test(folder) && /\.txt$/i.test(name))
  );
}

function withoutLock({ files }: Project): Remark | undefined {
  const [file, fix] =
    [
      ["Pipfile", "Run `pipenv lock` and commit Pipfile.lock."] as const,
      [
        "pyproject.toml",
        `Lock it (\`uv lock\` or \`poetry lock\`) and commit the lock file. Or: ${FREEZE}.`,
      ] as const,
      [
        "setup.py",
        "Add a requirements.txt with the single line `.` and commit it: pip then installs what setup.py names.",
      ] as const,
      ["environment.yml", `Heroku does not use conda. ${FREEZE}.`] as const,
    ].find(([path]) => files.has(path)) ?? [];
  if (file === undefined || fix === undefined) return undefined;
  return {
    level: "error",
    file,
    line: null,
    problem:
      `There is ${file} but no requirements.txt, Pipfile.lock, poetry.lock or uv.lock, and Heroku installs from one of those ` +
      "four. The build stops.",
    fix,
  };
}

function none({ appDir }: Project): Remark {
  return {
    level: "error",
    file: null,
    line: null,
    problem:
      `There is no requirements.txt${appDir === "." ? "" : ` in ${quote(appDir)}`}. ${EFFECT} ` +
      "At home the packages are there because you installed them by hand.",
    fix: `${FREEZE}.`,
  };
}
