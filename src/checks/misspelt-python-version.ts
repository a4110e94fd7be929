import type { Project } from "../project/project.ts";
import { MISSPELT_PYTHON_VERSION } from "../project/python-request.ts";
import type { Remark } from "./check.ts";
import type { Edit } from "./edit.ts";
import { quote } from "./quote.ts";

const NAME = ".python-version";

// Other mistakes than the certain ones, or capitals: the buildpack's list of some twenty names has many of these, but not surely all.
const LOOKALIKE = /^\.?python[-_. ]?versions?(?:\.(?:txt|md))?\s*$/i;

/** Remarks on files whose name is nearly `.python-version`. */
export function misspeltPythonVersion({ files }: Project): Remark[] {
  return [...files.keys()]
    .filter((path) => path !== NAME && LOOKALIKE.test(path))
    .map((path) => remark(path, files.has(NAME)));
}

function remark(path: string, isSecond: boolean): Remark {
  const certain = MISSPELT_PYTHON_VERSION.test(path);
  const effect = certain
    ? "Heroku stops the build at it"
    : "Heroku does not read it, and stops the build at most such names";
  const edit: Edit = isSecond ? { kind: "delete", file: path } : { kind: "rename", file: path, to: NAME };
  return {
    level: certain ? "error" : "warning",
    file: path,
    line: null,
    problem: `The file ${quote(path)} has nearly the name \`${NAME}\`: ${effect}, so that nobody wonders why its version is not taken.`,
    fix: isSecond
      ? `Delete it, since there is a ${NAME} too, or give it another name.`
      : `Rename it to \`${NAME}\`, with the dot and the hyphen and without an ending, and commit.`,
    edits: [edit],
  };
}
