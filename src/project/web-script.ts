import type { Procfile } from "./procfile.ts";
import { type PythonSource, readPythonSource } from "./python-source.ts";
import type { Reading } from "./reading.ts";
import { inTree } from "./tree.ts";
import { webCommand } from "./web-command.ts";

/** The Python file that the web line starts with `python`, and how it is written there. */
export type WebScript = { readonly path: string; readonly source: PythonSource | "unreadable" | "missing" };

/** Reads the file of `web: python app.py`; undefined where the web line starts no file of which the place is certain. */
export function* readWebScript(procfile: Procfile | undefined): Reading<WebScript | undefined> {
  const commands = webCommand(procfile)?.commands ?? [];
  // A `cd` before it changes which file is meant.
  if (commands.some(({ words }) => words[0]?.text === "cd")) return undefined;
  for (const { words } of commands) {
    const path = scriptOf(words.map(({ text, literal }) => (literal ? text : undefined)));
    if (path === undefined) continue;
    const bytes = (yield [path]).get(path);
    return { path, source: bytes ? readPythonSource(bytes.toString("utf8")) : "missing" };
  }
  return undefined;
}

function scriptOf([program, ...rest]: readonly (string | undefined)[]): string | undefined {
  if (!/^(?:.*\/)?python[\d.]*$/.test(program ?? "")) return undefined;
  const script = rest.find((word) => word !== "-u");
  return script?.endsWith(".py") ? inTree(script.replace(/^\/app\//, "")) : undefined;
}
