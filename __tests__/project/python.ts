import { execFile } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";

/** The Python that script/bootstrap makes for the tests, with the pip that Heroku has (26.2.1). */
export const PYTHON = join(import.meta.dirname, "../../.venv/bin/python");

/** What a Python program of this folder answers to a question, both as JSON. */
export async function ask(program: string, question: unknown): Promise<Record<string, unknown>> {
  const child = execFile(PYTHON, ["-I", join(import.meta.dirname, program)], { maxBuffer: 2 ** 26 });
  if (!child.stdin || !child.stdout) throw new Error("Python has no pipes.");
  child.stdin.end(JSON.stringify(question));
  const [answer] = await Promise.all([text(child.stdout), once(child, "close")]);
  return Object(JSON.parse(answer));
}
