import { posix } from "node:path";
import type { Word } from "./shell.ts";

/** What a command starts, and the words behind it: `waitress` is `waitress-serve`, and `python -m flask` is `flask`. */
export type Program = { readonly name: string; readonly args: readonly Word[] };

/** What `python` is told to run, and what that is given. */
export type PythonRun = {
  readonly script: Word | undefined;
  readonly module: Word | undefined;
  readonly args: readonly Word[];
};

const OPTIONS_WITH_VALUE = ["-W", "-X"];

/** The program of a simple command. */
export function programOf(words: readonly Word[]): Program {
  const run = pythonRun(words);
  const name = posix.basename((run?.module ?? words[0])?.text ?? "");
  const args = run?.module ? run.args : words.slice(1);
  return { name: name === "waitress" ? "waitress-serve" : name, args };
}

/** Reads a `python` command; undefined for another program, and where Python gets its code in the command itself. */
export function pythonRun([program, ...rest]: readonly Word[]): PythonRun | undefined {
  if (!/^(?:.*\/)?python[\d.]*$/.test(program?.text ?? "")) return undefined;
  for (let at = 0; at < rest.length; at++) {
    const word = rest[at];
    if (word?.text === "-m") return { script: undefined, module: rest[at + 1], args: rest.slice(at + 2) };
    if (word?.text === "-c" || word?.text === "-") return undefined;
    if (word && !word.text.startsWith("-"))
      return { script: word, module: undefined, args: rest.slice(at + 1) };
    if (OPTIONS_WITH_VALUE.includes(word?.text ?? "")) at++;
  }
  return undefined;
}
