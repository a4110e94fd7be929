import type { Settings } from "../settings.ts";
import type { Reading } from "./reading.ts";
import { parseShell, type Word } from "./shell.ts";
import { logicalLines } from "./shell-script.ts";
import { isRegular, type Tree } from "./tree.ts";
import { pythonPathOf, type SimpleCommand } from "./web-command.ts";

type PythonPath = SimpleCommand["pythonPath"];

const UNKNOWN: PythonPath = [undefined];
const KEYWORDS = ["then", "else", "do", "{", "!"];
// What these lead to is not followed.
const LEADS_ELSEWHERE = ["source", ".", "eval", "cd"];
// Nobody writes more by hand; a hostile repository shall not make this a long search.
const MOST_SCRIPTS = 10;
const MOST_FOLDERS = 20;

/**
 * The folders of PYTHONPATH when a process of the app starts, one undefined where it cannot be known: from the action's
 * `config-vars`, app.json's `env`, and the scripts that Heroku sources ahead of the process (`.profile.d/*.sh`,
 * `.profile`). The app's own folder always stays: Heroku's Python buildpack puts it there.
 */
export function* readPythonPath(
  tree: Tree,
  texts: ReadonlyMap<string, string>,
  configVars: Settings["configVars"],
): Reading<PythonPath> {
  const given = [configVars.PYTHONPATH, inAppJson(texts.get("app.json"))];
  const before = given.flatMap((value) => (value === undefined ? [] : foldersOf(value)));
  const scripts = [...tree.files.keys()]
    .filter((path) => /^\.profile(?:\.d\/[^/]+\.sh)?$/.test(path) && isRegular(tree.files.get(path)))
    .sort();
  const contents = scripts.length > 0 ? yield scripts.slice(0, MOST_SCRIPTS) : new Map<string, Buffer>();
  const added = [...contents.values()].flatMap((bytes) => addedBy(bytes.toString("utf8")));
  const all = [...new Set([...added, ...before, "."])];
  return all.length > MOST_FOLDERS || contents.size < scripts.length ? UNKNOWN : all;
}

/** The value that app.json gives it; null when another is made up or asked for. */
function inAppJson(json: string | undefined): string | null | undefined {
  try {
    const { env }: Record<string, unknown> = Object(JSON.parse(json ?? "{}"));
    const { PYTHONPATH: given }: Record<string, unknown> = Object(env);
    if (given === undefined) return undefined;
    const { value }: Record<string, unknown> = typeof given === "string" ? { value: given } : Object(given);
    return typeof value === "string" ? value : null;
  } catch {
    return undefined;
  }
}

function foldersOf(value: string | null): PythonPath {
  const word: Word = { text: `PYTHONPATH=${value}`, literal: true, bareBracket: false };
  return value === null ? UNKNOWN : pythonPathOf(word, { folder: ".", pythonPath: [] });
}

/** What a script may add. An assignment may stand under a condition, so it is never taken to replace what there is. */
function addedBy(script: string): PythonPath {
  const commands = logicalLines(script).flatMap(({ text }) => parseShell(text));
  const starts = commands.map((words) => words.find(({ text }) => !KEYWORDS.includes(text))?.text ?? "");
  if (starts.some((start) => LEADS_ELSEWHERE.includes(start))) return UNKNOWN;
  return commands
    .flat()
    .filter(({ text }) => /\bPYTHONPATH(?::|\+)?=/.test(text))
    .flatMap((word) =>
      word.text.startsWith("PYTHONPATH=") ? pythonPathOf(word, { folder: ".", pythonPath: [] }) : UNKNOWN,
    );
}
