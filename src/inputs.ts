import { Failure } from "./failure.ts";
import { REVIEW_MARK } from "./review-mark.ts";

/** The plan of a new database, `off` for none. */
export type PostgresPlan = "off" | `heroku-postgresql:${string}`;

/** How tables come into being: `object` names the app as `module:attribute` where the Procfile does not. */
export type TablesMode =
  | { readonly kind: "auto" }
  | { readonly kind: "off" }
  | { readonly kind: "migrate" }
  | { readonly kind: "object"; readonly target: string }
  | { readonly kind: "command"; readonly command: string };

/** The interpreter whose environment is compared with requirements.txt; `default` is the one on PATH. */
export type Interpreter =
  | { readonly kind: "off" }
  | { readonly kind: "default" }
  | { readonly kind: "path"; readonly path: string };

/** An input that cannot be used. The value itself is not quoted: it may be a secret in the wrong place. */
function invalid(name: string, problem: string, fix: string): Failure {
  return new Failure("INPUT_INVALID", `The input \`${name}\` ${problem}.`, {
    fix,
    page: `inputs.md#${name}`,
  });
}

/** One of a few words. */
export function oneOf<const T extends string>(name: string, value: string, words: readonly T[]): T {
  const word = words.find((one) => one === value.trim());
  if (word !== undefined) return word;
  throw invalid(name, "is none of its values", `Use ${words.map((one) => `\`${one}\``).join(" or ")}.`);
}

/** `true` or `false`, in any case; empty is `fallback`. */
export function boolean(name: string, value: string, fallback: boolean): boolean {
  return value.trim() === "" ? fallback : oneOf(name, value.toLowerCase(), ["true", "false"]) === "true";
}

/** A whole number of seconds from 1 to 3600. */
export function seconds(name: string, value: string): number {
  const number = /^\d{1,4}$/.test(value.trim()) ? Number(value) : 0;
  if (number >= 1 && number <= 3600) return number;
  throw invalid(name, "is not a number of seconds", "Use a whole number from 1 to 3600.");
}

/**
 * The API key, undefined when none was given. Only its length and characters are looked at: Heroku changes
 * the form of its keys, and a key with a line break would turn up in the text of HTTP errors.
 */
export function apiKey(name: string, value: string): string | undefined {
  const key = value.trim();
  if (key === "") return undefined;
  const position = [...key].findIndex((character) => !/^[!-~]$/.test(character));
  if (position !== -1) {
    throw new Failure(
      "KEY_MALFORMED",
      `The Heroku API key has a blank or an invisible character at position ${position + 1}.`,
      {
        fix: `Copy the key again, without line breaks, into the secret behind \`${name}\`.`,
      },
    );
  }
  if (key.length > 4096)
    throw invalid(name, "is too long for an API key", "Copy the key again into the secret.");
  return key;
}

/**
 * A Heroku app's name (Platform API schema, App name). `{number}` in it, once, is the number of the pull request, which
 * makes it a review app. Dashes set it apart: beside other characters it could be read as another number, as with
 * `shop1{number}`, whose app of pull request 2 is that of `shop{number}` and 12. Where no app is needed an empty name is
 * taken, and a template without its pull request too.
 */
export function app(
  name: string,
  value: string,
  { needed, pullRequest }: { needed: boolean; pullRequest: number | undefined },
): { app: string; reviewOf: number | undefined } {
  const template = value.trim();
  const isTemplate = template.includes("{number}");
  if (!needed && (template === "" || (isTemplate && pullRequest === undefined)))
    return { app: "", reviewOf: undefined };
  if (isTemplate && pullRequest === undefined) {
    const problem = "names a review app, but this event belongs to no pull request";
    throw invalid(name, problem, "Run it on `pull_request`, or use a name without `{number}`.");
  }
  if (isTemplate && !/-\{number\}(-|$)/.test(template)) {
    const problem = "has `{number}` where it could be mistaken for another number";
    throw invalid(name, problem, "Set it apart by dashes, as in `my-app-pr-{number}`.");
  }
  const reviewOf = isTemplate ? pullRequest : undefined;
  const app = template.replace("{number}", String(pullRequest));
  if (/^[a-z][a-z0-9-]{1,28}[a-z0-9]$/.test(app)) return { app, reviewOf };
  throw invalid(
    name,
    template === "" ? "is missing" : "is not a name that Heroku takes",
    "Use 3 to 30 lower-case letters, digits and dashes; it starts with a letter and does not end with a dash. `{number}` in it is the number of the pull request.",
  );
}

/** The name of GitHub's environment; empty is the app's name, `off` is none (undefined). */
export function environment(name: string, value: string, app: string): string | undefined {
  const word = value.trim();
  if (word === "off") return undefined;
  if (word.length <= 255 && !/[\0-\x1f\x7f]/.test(word)) return word || app || undefined;
  throw invalid(name, "is not a name of an environment", "Use a name of at most 255 characters, or `off`.");
}

/** The name of something on Heroku: a region, a stack, a team. */
export function name(input: string, value: string): string {
  const word = value.trim();
  if (/^[A-Za-z0-9][\w.@-]{0,99}$/.test(word)) return word;
  throw invalid(input, "is not a name", "Use letters, digits, dots and dashes.");
}

/** Like `name`; empty is undefined. */
export function optionalName(input: string, value: string): string | undefined {
  return value.trim() === "" ? undefined : name(input, value);
}

/** A folder inside the repository, without `./` and trailing slash; `.` is the root. */
export function folder(input: string, value: string): string {
  const parts = value
    .trim()
    .replaceAll("\\", "/")
    .split("/")
    .filter((part) => part !== "" && part !== ".");
  const outside = parts.includes("..") || /^(\/|~|[A-Za-z]:)/.test(value.trim());
  if (outside || /[\0-\x1f\x7f]/.test(value) || parts.some((part) => part.toLowerCase() === ".git")) {
    throw invalid(
      input,
      "does not name a folder inside the repository",
      "Use a path such as `backend` or `services/web`.",
    );
  }
  return parts.join("/") || ".";
}

/** Lines of KEY=VALUE; empty lines and lines that start with `#` are left out. */
export function configVars(input: string, value: string): Record<string, string> {
  const vars = new Map<string, string>();
  for (const [index, line] of value.split(/\r?\n/).entries()) {
    if (line.trim() === "" || line.trimStart().startsWith("#")) continue;
    const [, key, content] = /^\s*([A-Za-z_][A-Za-z0-9_]*)=(.*)$/.exec(line) ?? [];
    if (key === undefined || content === undefined) {
      throw invalid(
        input,
        `has a line ${index + 1} that is not KEY=VALUE`,
        "Write one `KEY=VALUE` a line, the key in letters, digits and `_`.",
      );
    }
    if (key === REVIEW_MARK)
      throw invalid(input, `sets ${key}, by which review apps are known`, "Remove that line.");
    if (vars.has(key)) throw invalid(input, `sets ${key} twice`, "Keep one of the two lines.");
    vars.set(key, content);
  }
  return Object.fromEntries(vars);
}

/** The plan of the database: with or without `heroku-postgresql:` before it, `none` for no database. */
export function postgresPlan(input: string, value: string): PostgresPlan {
  const plan = value.trim().replace(/^heroku-postgresql:/, "");
  if (plan === "none") return "off";
  if (/^[a-z][a-z0-9-]{1,40}$/.test(plan)) return `heroku-postgresql:${plan}`;
  throw invalid(input, "is not a plan", "Use a plan such as `essential-0`, or `none` for no database.");
}

/** How tables are created, from `tables` and `tables-command`, of which the second needs the first on `auto`. */
export function tables(mode: string, command: string): TablesMode {
  const word = mode.trim();
  if (command.trim() !== "") {
    if (word === "auto") return { kind: "command", command: command.trim() };
    throw invalid("tables-command", "is given together with `tables`", "Keep one of the two.");
  }
  if (word === "auto" || word === "off" || word === "migrate") return { kind: word };
  if (/^[A-Za-z_][\w.]*:[A-Za-z_]\w*(\(.*\))?$/.test(word)) return { kind: "object", target: word };
  throw invalid(
    "tables",
    "is none of its values",
    "Use `auto`, `migrate`, `off`, or the Flask app as `module:object`.",
  );
}

/** A path of the app, with its query if any; another host cannot be reached through it. */
export function urlPath(input: string, value: string): string {
  const path = value.trim();
  const base = "https://app.invalid";
  if (
    path.startsWith("/") &&
    URL.canParse(path, base) &&
    new URL(path, base).origin === base &&
    !/[\\\s]/.test(path)
  ) {
    return path;
  }
  throw invalid(input, "is not a path of the app", "Use a path such as `/` or `/health`.");
}

/** Ids of checks, of those that are `known`, separated by commas, blanks or lines. */
export function checkIds(input: string, value: string, known: readonly string[]): string[] {
  const ids = value.split(/[\s,]+/).filter((id) => id !== "");
  if (ids.every((id) => known.includes(id))) return ids;
  throw invalid(input, "names a check that does not exist", `Use ids of this list: ${known.join(", ")}.`);
}

/** The interpreter to compare with: empty is the one on PATH. */
export function interpreter(value: string): Interpreter {
  const path = value.trim();
  if (path === "") return { kind: "default" };
  return path === "off" ? { kind: "off" } : { kind: "path", path };
}

/** The Platform API's origin: https, or http on this machine. */
export function herokuHost(input: string, value: string): URL {
  const url = URL.canParse(value.trim()) ? new URL(value.trim()) : undefined;
  const loopback = url && ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
  if (
    url &&
    (url.protocol === "https:" || (url.protocol === "http:" && loopback)) &&
    url.pathname === "/" &&
    url.username === ""
  ) {
    return url;
  }
  throw invalid(
    input,
    "is not an address of the Platform API",
    "Leave it out, or use an https address, or http on localhost.",
  );
}
