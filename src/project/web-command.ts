import { posix } from "node:path";
import type { Reading } from "./reading.ts";
import { parseShell, type Word } from "./shell.ts";
import { hasFunctions, isShell, type Line, logicalLines } from "./shell-script.ts";
import { inTree, isRegular, type Tree } from "./tree.ts";
import type { WebLine } from "./web-line.ts";

/** One simple command that the web process runs: its words, the program first. */
export type SimpleCommand = {
  /** The web line's file, or a shell script that it starts. */
  readonly file: string;
  readonly line: number;
  readonly words: readonly Word[];
  /** The variables that the lines before and this one set. */
  readonly variables: ReadonlyMap<string, Word>;
  /** Where it runs, relative to the app's folder; undefined when a variable decides. */
  readonly folder: string | undefined;
  /** The folders of PYTHONPATH, in the same form. */
  readonly pythonPath: readonly (string | undefined)[];
  /** False when it stands behind a test on its line, or a script has it under a condition, in a loop or in a function. */
  readonly certain: boolean;
};

export type WebCommand = {
  readonly file: WebLine["file"];
  readonly line: number;
  /** As written. */
  readonly text: string;
  /** The scripts that it starts, as far as they were read. */
  readonly scripts: readonly string[];
  readonly commands: readonly SimpleCommand[];
};

type Shell = Pick<SimpleCommand, "folder" | "pythonPath" | "variables">;
type Source = {
  readonly file: string;
  readonly certain: boolean;
  readonly depth: number;
  /** Whether a shell has put values in the place of variables before this one reads the text. */
  readonly expanded: boolean;
};

const ASSIGNMENT = /^[A-Za-z_]\w*=/;
const WRAPPERS = [
  ...["exec", "env", "nohup", "time", "newrelic-admin", "run-program", "ddtrace-run"],
  ...["opentelemetry-instrument", "poetry", "pipenv", "uv", "run", "then", "else", "do", "{", "!"],
];
const OPENS = ["if", "for", "while", "until", "case", "select", "{"];
const CLOSES = ["fi", "done", "esac", "}"];
const TESTS = ["[", "[[", "test"];
const BACKGROUND = /(?:^|[^&>])&(?:[^&>]|$)/;
const DEEPEST = 3;
// Each is a process of git; scripts may start each other without end.
const MOST_SCRIPTS = 10;
// Where Heroku unpacks the app.
const HOME = "/app";

/** Whether it, or a script of its, leaves something running in the background with a lone `&`. */
export function hasBackground({ text, scripts }: Pick<WebCommand, "text" | "scripts">): boolean {
  return [text, ...scripts].some((each) => BACKGROUND.test(each));
}

/**
 * The web line taken apart, `sh -c "..."` and the commit's own shell scripts included; undefined when there is none.
 * `pythonPath` is what PYTHONPATH is ahead of it.
 */
export function* readWebCommand(
  web: WebLine | undefined,
  tree: Tree,
  pythonPath: Shell["pythonPath"],
): Reading<WebCommand | undefined> {
  if (!web) return undefined;
  const scripts: string[] = [];
  const shell: Shell = { folder: ".", pythonPath, variables: new Map() };
  const commands: SimpleCommand[] = [];
  const source = { file: web.file, certain: true, depth: 0, expanded: false };
  yield* read([{ text: web.command, line: web.line }], shell, source);
  return { file: web.file, line: web.line, text: web.command, scripts, commands };

  function* read(lines: readonly Line[], start: Shell, source: Source): Reading<void> {
    let shell = start;
    let nesting = 0;
    for (const { line, all, tested } of lines.flatMap((each) => commandsOf(each, source))) {
      const [opening = ""] = all.map(({ text }) => text);
      if (OPENS.includes(opening)) nesting++;
      const first = all.findIndex(({ text }) => !ASSIGNMENT.test(text) && !WRAPPERS.includes(text));
      const words = first < 0 ? [] : all.slice(first);
      const assigned = all.slice(0, all.length - words.length);
      const here = assigning(shell, assigned);
      const { file, depth } = source;
      const certain = source.certain && nesting === 0 && !tested;
      if (words.length === 0 || words[0]?.text === "export") shell = assigning(shell, all);
      if (words[0]?.text === "cd") shell = { ...shell, folder: moved(shell.folder, words[1]) };
      if (CLOSES.includes(opening)) nesting--;

      const inner = depth < DEEPEST ? innerScript(words) : undefined;
      if (inner !== undefined) {
        const { text, literal } = inner;
        yield* read([{ text, line }], here, { file, certain, depth: depth + 1, expanded: !literal });
        continue;
      }
      if (words.length > 0) commands.push({ file, line, words, ...here, certain });
      const script =
        depth < DEEPEST && scripts.length < MOST_SCRIPTS ? scriptOf(words, here, tree) : undefined;
      if (script === undefined) continue;
      const text = (yield [script]).get(script)?.toString("utf8");
      if (text === undefined || !isShell(text)) continue;
      scripts.push(text);
      const isSure = certain && !hasFunctions(text);
      const inside = { file: script, certain: isSure, depth: depth + 1, expanded: false };
      yield* read(logicalLines(text), here, inside);
    }
  }
}

/** The commands of a line, and whether a test before them on it may keep the shell from them: `[ -n "$A" ] && b || c`. */
function commandsOf({ text, line }: Line, { expanded }: Source) {
  const commands = parseShell(text).map((all) =>
    expanded ? all.map((word) => ({ ...word, literal: word.literal && !/[$`]/.test(word.text) })) : all,
  );
  const programs = commands.map((all) => all.find(({ text }) => !WRAPPERS.includes(text))?.text ?? "");
  const test = programs.findIndex((program) => TESTS.includes(program));
  return commands.map((all, index) => ({ all, line, tested: test >= 0 && index > test }));
}

/** The text after `sh -c`. */
function innerScript(words: readonly Word[]): Word | undefined {
  const shell = words.findIndex(({ text }) => isShellName(text));
  const option = words[shell + 1]?.text ?? "";
  return shell >= 0 && /^-[a-z]*c$/.test(option) ? words[shell + 2] : undefined;
}

/** The path of `bash start.sh` or `./start.sh`, where the commit has such a file. */
function scriptOf([program, ...rest]: readonly Word[], { folder }: Shell, tree: Tree): string | undefined {
  if (!program) return undefined;
  const started = isShellName(program.text) ? rest.find(({ text }) => !text.startsWith("-")) : program;
  if (!started?.literal || (started === program && !program.text.includes("/"))) return undefined;
  const path = moved(folder, started);
  return path !== undefined && isRegular(tree.files.get(path)) ? path : undefined;
}

function isShellName(text: string): boolean {
  return /^(?:ba|da|z|k)?sh$/.test(posix.basename(text));
}

/** Where a path leads from a folder; undefined when a variable or a path out of the app decides. */
export function moved(from: string | undefined, to: Word | undefined): string | undefined {
  const text = to?.text
    .replace(/^(?:~|\$HOME|\$\{HOME\})(?=\/|$)/, HOME)
    .replace(/^\$(?:PWD|\{PWD\})(?=\/|$)/, ".");
  if (text === undefined || to === undefined) return ".";
  if (!to.literal && /[$`]/.test(text)) return undefined;
  if (text === HOME) return ".";
  if (text.startsWith(`${HOME}/`)) return inTree(text.slice(HOME.length + 1));
  return from === undefined ? undefined : inTree(from, text);
}

function assigning(shell: Shell, words: readonly Word[]): Shell {
  const assignments = words.filter(({ text }) => ASSIGNMENT.test(text));
  if (assignments.length === 0) return shell;
  const variables = new Map(shell.variables);
  for (const word of assignments) {
    const equals = word.text.indexOf("=");
    variables.set(word.text.slice(0, equals), { ...word, text: word.text.slice(equals + 1) });
  }
  const set = assignments.find(({ text }) => text.startsWith("PYTHONPATH="));
  return { ...shell, variables, pythonPath: set ? pythonPathOf(set, shell) : shell.pythonPath };
}

/** The folders of PYTHONPATH after the assignment `PYTHONPATH=...`. */
export function pythonPathOf(
  set: Word,
  { folder, pythonPath }: Pick<Shell, "folder" | "pythonPath">,
): Shell["pythonPath"] {
  const isItself = (text: string) => /^\$\{?PYTHONPATH\}?$/.test(text);
  const folders = set.text.slice("PYTHONPATH=".length).split(":");
  return [
    ...folders
      .filter((text) => !isItself(text))
      .map((text) => moved(folder, { ...set, text, literal: !text.includes("$") })),
    ...(folders.some(isItself) ? pythonPath : []),
  ];
}
