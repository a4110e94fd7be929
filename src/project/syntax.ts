import { runPython } from "./environment.ts";
import type { Interpreter } from "./interpreter.ts";
import type { PythonModules } from "./python-modules.ts";

/** What Python says of a file that the bundled parser refuses. */
export type SyntaxVerdict =
  | { readonly kind: "fine" }
  | { readonly kind: "refused"; readonly line: number | null; readonly isPython2: boolean }
  /** The reason is a clause, ready to follow a colon. */
  | { readonly kind: "unknown"; readonly reason: string };

const PROGRAM = new URL("./syntax.py", import.meta.url);
const LARGEST = 8 * 1024 * 1024;

// What no Python 3 takes, however new. `except A, B:` is not among it: Python 3.14 takes that again.
const PYTHON_2 = /^Missing parentheses in call to '(?:print|exec)'|^leading zeros in decimal integer/;
const PERHAPS_PYTHON_2 = /^multiple exception types must be parenthesized/;

/** Paths of the files that may be loaded, are there as text, and were refused by the bundled parser. */
export function refusedFiles(
  { reached, perhaps }: Pick<PythonModules, "reached" | "perhaps">,
  contents: ReadonlyMap<string, Buffer>,
): string[] {
  return [...reached, ...perhaps].flatMap(([path, source]) =>
    source === "unreadable" && contents.has(path) ? [path] : [],
  );
}

/**
 * Asks an interpreter once whether these sources parse on Heroku's Python (`3.14.7`). They reach it as data
 * and are not run. An older interpreter than Heroku's cannot know newer syntax, so of its refusals only
 * those count that are Python 2. Never throws.
 */
export async function askSyntax(
  interpreter: Interpreter,
  sources: ReadonlyMap<string, Buffer>,
  python: string,
  temp: string,
): Promise<Map<string, SyntaxVerdict>> {
  const all = (verdict: SyntaxVerdict) => new Map([...sources.keys()].map((path) => [path, verdict]));
  if ("reason" in interpreter) return all({ kind: "unknown", reason: interpreter.reason });

  const wanted = Number(python.split(".")[1]);
  const files = Object.fromEntries(
    [...sources].map(([path, bytes]) => [path, bytes.toString("utf8").replace(/^\uFEFF/, "")]),
  );
  const input = Buffer.from(JSON.stringify({ minor: wanted, files }));
  const silent = all({ kind: "unknown", reason: "the Python of this job did not answer" });
  if (input.length > LARGEST) return silent;
  const answer = parseAnswer(await runPython(interpreter.path, temp, PROGRAM, input));
  if (!answer) return silent;
  return new Map(
    [...sources.keys()].map((path) => [path, verdict(answer.files[path], answer.minor, wanted)]),
  );
}

function verdict(said: unknown, minor: number, wanted: number): SyntaxVerdict {
  const older: SyntaxVerdict = {
    kind: "unknown",
    reason: `this job's Python is 3.${minor}, older than Heroku's 3.${wanted}`,
  };
  if (said === null) return { kind: "fine" };
  const { line, message }: Record<string, unknown> = Object(said);
  if (typeof message !== "string") return { kind: "unknown", reason: "Python could not say" };
  const isPython2 = PYTHON_2.test(message);
  if (minor < wanted && !isPython2) return older;
  return {
    kind: "refused",
    line: typeof line === "number" && line > 0 ? line : null,
    isPython2: isPython2 || PERHAPS_PYTHON_2.test(message),
  };
}

function parseAnswer(
  json: string | undefined,
): { minor: number; files: Record<string, unknown> } | undefined {
  try {
    const { minor, files }: Record<string, unknown> = Object(JSON.parse(json ?? ""));
    return typeof minor === "number" ? { minor, files: Object(files) } : undefined;
  } catch {
    return undefined;
  }
}
