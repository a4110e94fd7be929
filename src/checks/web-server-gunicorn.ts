import type { Placed } from "../project/gunicorn.ts";
import type { Project } from "../project/project.ts";
import type { Edit } from "./edit.ts";
import { type Advice, isLoopback, UNHEARD } from "./listening.ts";
import { quote } from "./quote.ts";

/** What to say of the address that gunicorn is given. Without one it takes 0.0.0.0:$PORT by itself. */
export function gunicornBind({ modules, contents }: Project): Advice | undefined {
  const { binds = [], certain = false } = modules.gunicorn ?? {};
  const [bind] = binds;
  if (!certain || !bind || !binds.every(isUnheard)) return undefined;
  const what = isLoopback(bind.text)
    ? "which only the dyno itself can reach"
    : "a port that Heroku does not ask";
  const isPython = bind.file.endsWith(".py");
  return {
    level: "error",
    file: bind.file,
    line: bind.line,
    problem: `gunicorn is told to listen on ${quote(bind.text)}, ${what}. ${UNHEARD}`,
    fix: isPython
      ? "Remove the setting: on Heroku gunicorn listens on $PORT by itself."
      : "Remove the option: on Heroku gunicorn listens on $PORT by itself. Or write `--bind 0.0.0.0:$PORT`.",
    edits: binds.length === 1 && !isPython ? mended(bind, contents) : [],
  };
}

function isUnheard({ text, literal }: Placed): boolean {
  if (/^(?:unix|fd):/.test(text)) return false;
  // In single quotation marks a variable stays what it is, and gunicorn itself does not take it.
  return isLoopback(text) || (literal && !text.includes("$"));
}

function mended({ file, line, text }: Placed, contents: Project["contents"]): Edit[] {
  const raw = contents.get(file)?.toString("utf8").split("\n")[line - 1]?.replace(/\r$/, "");
  const parts = raw?.split(text) ?? [];
  if (parts.length !== 2) return [];
  return [{ kind: "replace", file, from: line, to: line, lines: [parts.join("0.0.0.0:$PORT")] }];
}
