import type { Project } from "../project/project.ts";
import { packageLists, unlocked } from "./buildpack.ts";
import type { Check, Remark } from "./check.ts";
import { misnamedRequirements } from "./misnamed-requirements.ts";
import { quote } from "./quote.ts";

const EFFECT = "Heroku looks for it in the root of what is pushed, and without it the build stops.";

// The buildpack stops with package-manager::none-found when the root has none of its four package lists. Where another
// tool's file shows what was meant, package-managers speaks.
export const requirementsMissing: Check = {
  id: "requirements-missing",
  title: "Heroku is told which packages to install",
  buildpack: true,

  find(project) {
    if (packageLists(project).length > 0) return [];
    const path = misnamedRequirements(project);
    if (path !== undefined) return [misnamed(path)];
    return unlocked(project) === undefined ? [none(project)] : [];
  },
};

function misnamed(path: string): Remark {
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

function none({ appDir }: Project): Remark {
  return {
    level: "error",
    file: null,
    line: null,
    problem:
      `There is no requirements.txt${appDir === "." ? "" : ` in ${quote(appDir)}`}. ${EFFECT} ` +
      "At home the packages are there because you installed them by hand.",
    fix: "In the environment that the app runs in, write `pip freeze > requirements.txt` and commit the file.",
  };
}
