import type { Placed } from "../project/gunicorn-command.ts";
import type { Project } from "../project/project.ts";
import type { Edit } from "./edit.ts";
import { type Advice, isLoopback, UNHEARD } from "./listening.ts";
import { quote } from "./quote.ts";

const INSTEAD = "on Heroku gunicorn listens on $PORT by itself.";

/** What to say of the address that gunicorn is given. Without one it takes 0.0.0.0:$PORT by itself. */
export function gunicornBind({ modules, contents }: Project): Advice | undefined {
  const { binds = [], certain = false } = modules.gunicorn ?? {};
  const unexpanded = binds.find(isUnexpanded);
  const bind = unexpanded ?? binds[0];
  if (!certain || !bind || (!unexpanded && !binds.every(isUnheard))) return undefined;
  const { file, text } = bind;
  const written = lineOf(bind, contents);
  const place = { level: "error", file, line: written?.line ?? bind.line } as const;
  const isPython = file.endsWith(".py");
  const remove = `Remove the ${isPython ? "setting" : "option"}: ${INSTEAD}`;
  if (unexpanded) {
    const problem = `gunicorn is told to listen on ${quote(text)}, letter by letter: no shell puts the port in its place. `;
    const fix = isPython ? remove : `${remove} Or write the address in double quotation marks.`;
    return { ...place, problem: `${problem}gunicorn takes that for no port number and ends at once.`, fix };
  }
  const what = isLoopback(text) ? "which only the dyno itself can reach" : "a port that Heroku does not ask";
  return {
    ...place,
    problem: `gunicorn is told to listen on ${quote(text)}, ${what}. ${UNHEARD}`,
    fix: isPython ? remove : `${remove} Or write \`--bind 0.0.0.0:$PORT\`.`,
    edits: binds.length === 1 && !isPython && written ? mended(bind, written) : [],
  };
}

/** In single quotation marks a variable stays what it is, and gunicorn puts nothing in its place (27, util.py). */
function isUnexpanded({ text, literal }: Placed): boolean {
  return literal && /:\$\{?PORT\b/.test(text) && !isSocket(text);
}

function isUnheard({ text, literal }: Placed): boolean {
  return !isSocket(text) && (isLoopback(text) || (literal && !text.includes("$")));
}

function isSocket(text: string): boolean {
  return /^(?:unix|fd):/.test(text);
}

/** A line of a command with what stands before it there, which backslashes join to it. */
type Written = { readonly raw: string; readonly line: number; readonly before: string };

/** The line that has the address, at which the command begins or goes on; undefined where that is not a single one. */
function lineOf({ file, line, text }: Placed, contents: Project["contents"]): Written | undefined {
  const lines = (contents.get(file)?.toString("utf8") ?? "").split(/\r?\n/).slice(line - 1);
  const last = lines.findIndex((raw) => !raw.endsWith("\\"));
  const command = last < 0 ? lines : lines.slice(0, last + 1);
  const [at, ...more] = command.flatMap((raw, index) => (raw.includes(text) ? [index] : []));
  if (at === undefined || more.length > 0) return undefined;
  return { raw: command[at] ?? "", line: line + at, before: command.slice(0, at).join("") };
}

function mended({ file, text }: Placed, { raw, line, before }: Written): Edit[] {
  const [start = "", end, ...more] = raw.split(text);
  if (end === undefined || more.length > 0 || isQuoted(before + start)) return [];
  return [{ kind: "replace", file, from: line, to: line, lines: [`${start}0.0.0.0:$PORT${end}`] }];
}

/** Whether $PORT may stay $PORT behind this; the inner shell of `sh -c '...'` puts the port in its place. */
function isQuoted(before: string): boolean {
  return before.includes("'") && !/\bsh\s+-[a-z]*c\s+'[^']*$/.test(before);
}
