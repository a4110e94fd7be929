import type { RequirementProblem } from "../project/requirements.ts";
import type { Remark } from "./check.ts";
import { few } from "./few.ts";

type Kind = { readonly is: RegExp; readonly what: string; readonly fix: string };

const REWRITE =
  "In the environment that the app runs in, write `pip list --format=freeze > requirements.txt` and commit the file.";

// In this order: the first that fits is what happened.
const KINDS: readonly Kind[] = [
  {
    is: /^(?:<{7}|={7}|>{7}|\|{7})(?:\s|$)/,
    what: "This is the mark of a merge conflict that nobody resolved",
    fix: "Decide which of the lines between the marks are right, delete the marks and the others, and commit.",
  },
  {
    is: /^(?:-{3,}\s+-{3,}|Package\s+Version\b|[\w.-]+[ \t]+v?\d[\w.!+-]*$)/i,
    what: "This is the table that `pip list` prints for people, which pip cannot read",
    fix: REWRITE,
  },
  {
    is: /^[\w.-]+\s*=\s*[\w.!+*-]+(?:=[\w.]+)?$/,
    what: "pip wants `==` in front of a version. A single `=` is how conda writes it, and Heroku does not use conda",
    fix: "Write `==` and the version alone, without a build name. If the whole file is conda's, write it anew: `pip list --format=freeze > requirements.txt`.",
  },
  {
    is: /^(?:\$\s*)?(?:python\S*\s+-m\s+)?pip3?\s+install\b/,
    what: "This is a command, but the file is a list of packages",
    fix: "Leave the name of the package, and its version, and nothing else on the line.",
  },
  {
    is: /^(?:(?:-e|--editable)[ =]?)?\s*["']?(?:[a-z]:[\\/]|~|\/|file:)/i,
    what: "This is a path on the computer on which the file was written, and Heroku does not have it",
    fix: "Name the package by its name and version, or commit its folder and write the path from the root: `./lib/name`.",
  },
  {
    is: /^(?:(?:-e|--editable)\b|\.{1,2}(?:[\\/]|$))/,
    what: "This names a folder that the commit does not have, or that has neither a pyproject.toml nor a setup.py",
    fix: "Commit the folder with its pyproject.toml, or name the package by its name and version.",
  },
  {
    is: /^[\w.-]+\s*(?:\[[^\]]*\])?\s*\^/,
    what: "`^` is how Poetry writes a range; pip does not know it",
    fix: "Write the range with `>=` and `<`, for example `>=3.1,<4`.",
  },
];

const OTHER: Kind = {
  is: /^/,
  what: "pip cannot read this line",
  fix: "Write one package on a line, as in `flask==3.1.3`, or delete the line.",
};

/** What is wrong with the lines that pip refuses, each kind said once when there are many. */
export function badLines(problems: readonly RequirementProblem[]): Remark[] {
  const lines = problems.filter(({ kind }) => kind === "bad-line");
  const kinds = Map.groupBy(lines, ({ file, text }) => {
    const index = KINDS.findIndex(({ is }) => is.test(text));
    return `${file}\n${index}`;
  });
  return [...kinds].flatMap(([id, same]) => {
    const { what, fix } = KINDS[Number(id.slice(id.lastIndexOf("\n") + 1))] ?? OTHER;
    const problem = `${what}. \`pip install\` stops here, and with it the build on Heroku.`;
    return few(same.map(({ file, line }): Remark => ({ level: "error", file, line, problem, fix })));
  });
}
