import type { Project } from "../project/project.ts";
import type { Word } from "../project/shell.ts";
import type { WebCommand } from "../project/web-command.ts";
import type { Edit } from "./edit.ts";
import { type Advice, isLoopback, UNHEARD } from "./listening.ts";
import { quote } from "./quote.ts";

/** What to say of the address that the command line gives gunicorn. Without one gunicorn takes 0.0.0.0:$PORT by itself. */
export function gunicornBind({ modules, procfile }: Project, { line, text }: WebCommand): Advice | undefined {
  const binds = modules.gunicorn?.binds ?? [];
  const [bind] = binds;
  if (!bind || !binds.every(isUnheard)) return undefined;
  const what = isLoopback(bind.text)
    ? "which only the dyno itself can reach"
    : "a port that Heroku does not ask";
  return {
    level: "error",
    problem: `gunicorn is told to listen on ${quote(bind.text)}, ${what}. ${UNHEARD}`,
    fix: "Remove the option: on Heroku gunicorn listens on $PORT by itself. Or write `--bind 0.0.0.0:$PORT`.",
    edits: binds.length === 1 ? mended(procfile?.lines[line - 1] ?? "", text, bind.text, line) : [],
  };
}

function isUnheard({ text, literal }: Word): boolean {
  if (/^(?:unix|fd):/.test(text)) return false;
  // In single quotation marks a variable stays what it is, and gunicorn itself does not take it.
  return isLoopback(text) || (literal && !text.includes("$"));
}

function mended(raw: string, command: string, address: string, line: number): Edit[] {
  const parts = command.split(address);
  if (parts.length !== 2) return [];
  const start = raw.slice(0, raw.indexOf(command));
  return [
    {
      kind: "replace",
      file: "Procfile",
      from: line,
      to: line,
      lines: [`${start}${parts.join("0.0.0.0:$PORT")}`],
    },
  ];
}
