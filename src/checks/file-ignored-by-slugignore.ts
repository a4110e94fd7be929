import type { PathPattern } from "../project/path-patterns.ts";
import type { Project } from "../project/project.ts";
import { slugignore } from "../project/slugignore.ts";
import { packageLists } from "./buildpack.ts";
import type { Check, Level, Remark } from "./check.ts";
import { quote } from "./quote.ts";

type Loss = {
  readonly level: Level;
  readonly effect: string;
  readonly isLost: (path: string, project: Project) => boolean;
};

const LOSSES: readonly Loss[] = [
  {
    level: "error",
    effect: "no process is started, and every page answers 503",
    isLost: (path) => path === "Procfile",
  },
  {
    level: "error",
    effect: "Heroku does not know which packages to install, and the build stops",
    isLost: (path, project) => packageLists(project).length === 1 && packageLists(project)[0] === path,
  },
  {
    level: "error",
    effect: "the app's own code is not there, and its workers end with ModuleNotFoundError",
    isLost: (path, { modules }) => modules.reached.has(path),
  },
  {
    level: "warning",
    effect: "`flask db upgrade` finds no migrations there",
    isLost: (path) => /^migrations\/(?:env\.py|versions\/[^/]+\.py)$/.test(path),
  },
  {
    level: "warning",
    effect: "Heroku builds with the Python of its own choice",
    isLost: (path) => path === ".python-version" || path === "runtime.txt",
  },
  {
    level: "warning",
    effect: "pages that need it answer 500 or come without style",
    isLost: (path) => /^(?:[^/]+\/)?(?:templates|static)\//.test(path),
  },
];

// What .slugignore names is removed before the buildpack sees the app. At home nothing reads the file.
export const fileIgnoredBySlugignore: Check = {
  id: "file-ignored-by-slugignore",
  title: "The .slugignore hides nothing that the app needs",
  buildpack: true,

  find(project) {
    return slugignore(project.texts.get(".slugignore")).flatMap((pattern) => {
      const hidden = [...project.files.keys()].filter(pattern.matches);
      const loss = LOSSES.find(({ isLost }) => hidden.some((path) => isLost(path, project)));
      const path = hidden.find((path) => loss?.isLost(path, project));
      return loss && path !== undefined ? [remark(pattern, path, loss)] : [];
    });
  },
};

function remark({ text, line }: PathPattern, path: string, { level, effect }: Loss): Remark {
  return {
    level,
    file: ".slugignore",
    line,
    problem:
      `The line ${quote(text)} of .slugignore also names ${quote(path)}. Heroku removes what .slugignore names before it builds: ` +
      `${effect}.`,
    fix: "Remove the line, or write it so that it names less: /folder is only the one in the root. Lines with ! do nothing here.",
    edits: [{ kind: "replace", file: ".slugignore", from: line, to: line, lines: [] }],
  };
}
