import { minorOf } from "../project/python-version.ts";
import type { SyntaxVerdict } from "../project/syntax.ts";
import type { Check, Remark } from "./check.ts";
import { listed, quote } from "./quote.ts";
import { tooNewSyntax } from "./too-new-syntax.ts";

// A module that does not parse cannot be imported, whatever is in it. At home it may run on another Python.
export const pythonSyntax: Check = {
  id: "python-syntax",
  title: "The app's code parses on Heroku's Python",
  buildpack: true,

  find(project) {
    const { syntax, modules, python } = project;
    const minor = minorOf(python);
    const files = [...syntax];
    return [
      ...files.flatMap(([file, verdict]) =>
        verdict.kind === "refused" ? [refused(file, verdict, modules.reached.has(file), minor)] : [],
      ),
      ...tooNewSyntax(project),
      ...unchecked(files),
    ];
  },
};

type Refused = Extract<SyntaxVerdict, { kind: "refused" }>;

function refused(file: string, { line, isPython2 }: Refused, isReached: boolean, minor: string): Remark {
  const effect = isReached
    ? "The web process imports this file when it starts, so the app does not start."
    : "Where the app imports this file, the import fails.";
  return {
    level: isReached ? "error" : "warning",
    file,
    line,
    problem: `${
      isPython2
        ? `This is Python 2 code, which Python ${minor} on Heroku cannot read.`
        : `Python ${minor}, which Heroku uses, cannot read this line.`
    } ${effect}`,
    fix: isPython2
      ? "Write it in Python 3: `print(x)`, `except Error as e`, `0o755`; the tool `2to3` or `python-modernize` does most of it."
      : `Run \`python${minor} -m py_compile ${quote(file).slice(1, -1)}\` to see what it objects to, and correct the line.`,
  };
}

/** One notice for all, for what could not be checked is no fault of the app. */
function unchecked(files: readonly (readonly [string, SyntaxVerdict])[]): Remark[] {
  const unknown = files.flatMap(([file, verdict]) =>
    verdict.kind === "unknown" ? [{ file, reason: verdict.reason }] : [],
  );
  const [first] = unknown;
  if (!first) return [];
  const names = unknown.map(({ file }) => quote(file));
  return [
    {
      level: "notice",
      file: first.file,
      line: null,
      problem: `The syntax of ${listed(names, 1)} could not be checked: ${first.reason}. What stands in there is not seen by the other checks either.`,
      fix: "Nothing needs to change. To have it checked, run the action where `python3` is the version that Heroku uses, for example after actions/setup-python.",
    },
  ];
}
