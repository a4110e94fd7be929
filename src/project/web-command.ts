import type { Procfile } from "./procfile.ts";
import { parseShell, type Word } from "./shell.ts";
import { innerScript } from "./web-target.ts";

/** One simple command of the web line: what is assigned before it, and its words, the program first. */
export type SimpleCommand = { readonly assigned: readonly Word[]; readonly words: readonly Word[] };

export type WebCommand = {
  readonly line: number;
  /** As written. */
  readonly text: string;
  readonly commands: readonly SimpleCommand[];
};

const ASSIGNMENT = /^[A-Za-z_]\w*=/;
const WRAPPERS = ["exec", "env", "nohup", "newrelic-admin", "run-program", "ddtrace-run", "command"];

/** The web line taken apart, `sh -c "..."` included; undefined when there is none. */
export function webCommand(procfile: Procfile | undefined): WebCommand | undefined {
  const web = procfile?.processes.get("web");
  return web && { line: web.line, text: web.command, commands: simpleCommands(web.command, 0) };
}

function simpleCommands(script: string, depth: number): SimpleCommand[] {
  return parseShell(script).flatMap((all) => {
    const first = all.findIndex(({ text }) => !ASSIGNMENT.test(text) && !WRAPPERS.includes(text));
    const words = first < 0 ? [] : all.slice(first);
    const inner = depth < 3 ? innerScript(words) : undefined;
    if (inner !== undefined) return simpleCommands(inner, depth + 1);
    return [{ assigned: all.slice(0, all.length - words.length), words }];
  });
}
