import { type ExprNode, unparse } from "py-ast";
import { likelyVersion } from "../project/allowed-version.ts";
import type { Setting } from "../project/code-facts.ts";
import type { Value } from "../project/config-value.ts";
import { dotted, textOf } from "../project/dotted.ts";
import type { Project } from "../project/project.ts";
import { lists } from "../project/requirements.ts";
import { fits } from "../project/versions.ts";
import type { Check, Remark } from "./check.ts";
import { loadedUrls, schemeOf } from "./database-url.ts";
import { quote } from "./quote.ts";

// Heroku's DATABASE_URL begins with postgres://, a name that SQLAlchemy took until 1.3 and refuses since 1.4.
export const postgresScheme: Check = {
  id: "postgres-scheme",
  title: "The URL's postgres:// becomes postgresql://",

  find(project) {
    const untouched = untouchedUrls(project);
    return untouched.length > 0 ? untouched : halfFixes(project);
  },
};

function untouchedUrls(project: Project): Remark[] {
  const { code } = project;
  const version = likelyVersion(project, "sqlalchemy");
  if (version !== undefined && !fits(version, ">=1.4.0.dev0")) return [];
  // Any text of this kind may be part of a fix in a place that cannot be followed.
  if (code.hasUnreadable || [...code.strings].some((text) => /^\^?postgres(?:[:+]|$)/.test(text))) return [];

  const isSure = version !== undefined && lists(project, "sqlalchemy", "flask-sqlalchemy");
  const scheme = schemeOf(project);
  return loadedUrls(code)
    .filter(
      ({ values }) =>
        values.some(isHerokus) && !values.some((value) => value.kind === "env" && value.rewritten),
    )
    .map(({ setting, certain }) => ({
      level: certain && isSure && isAlwaysHerokus(setting, code) ? "error" : "warning",
      file: setting.where.file,
      line: setting.line,
      problem:
        "Heroku's DATABASE_URL begins with `postgres://`, and SQLAlchemy since 1.4 only takes `postgresql://`: it stops with " +
        "`NoSuchModuleError: Can't load plugin: sqlalchemy.dialects:postgres`. At home the URL was written in the new form, or is SQLite.",
      fix: `Put \`.replace("postgres://", "${scheme}", 1)\` behind the value.`,
      ...replacement(setting, scheme),
    }));
}

function isHerokus(value: Value): boolean {
  return value.kind === "env" && /^DATABASE_URL$|^HEROKU_POSTGRESQL_\w+_URL$/.test(value.name);
}

/** Whether no condition but the config var's presence decides: `a if b else c` may well choose the other. */
function isAlwaysHerokus({ value, where }: Setting, { assigned }: Project["code"]): boolean {
  const [only, ...others] =
    value.nodeType === "Name" ? (assigned.get(where.file)?.get(value.id) ?? []) : [value];
  return others.length === 0 && ["Subscript", "Call", "BoolOp"].includes(only?.nodeType ?? "");
}

/** Only where the value is a text in any case: `.replace` on a config var that is not set would fail at home. */
function replacement(
  { where, line, lastLine, value, statement }: Setting,
  scheme: string,
): Pick<Remark, "edits"> {
  const isText =
    value.nodeType === "Subscript" ||
    (value.nodeType === "Call" && textOf(value.args[1]) !== undefined) ||
    (value.nodeType === "BoolOp" && textOf(value.values.at(-1)) !== undefined);
  if (!statement || !isText || line !== lastLine) return {};
  const written = value.nodeType === "BoolOp" ? `(${unparse(value)})` : unparse(value);
  const changed = `${statement.target} = ${written}.replace("postgres://", "${scheme}", 1)`;
  const lines = [" ".repeat(statement.column) + changed];
  return { edits: [{ kind: "replace", file: where.file, from: line, to: lastLine, lines }] };
}

/** Replacements that work for some URLs only, or only where the config var is set. */
function halfFixes({ code }: Project): Remark[] {
  return code.calls.flatMap(({ node, line, where }): Remark[] => {
    const { func, args } = node;
    if (func.nodeType !== "Attribute" || func.attr !== "replace" || where.loaded === "no") return [];
    const [from = "", to = ""] = args.map(textOf);
    const place = { file: where.file, line };
    if (from === "postgres" && to.startsWith("postgresql")) return [{ ...place, ...nameOnly(to) }];
    return from.startsWith("postgres:") && mayBeNone(func.value) ? [{ ...place, ...UNSET }] : [];
  });
}

function nameOnly(to: string) {
  return {
    level: "warning",
    problem:
      '`.replace("postgres", ...)` also changes a URL that begins with `postgresql://` already, into one that no driver ' +
      "knows, and a user, host or database whose name has `postgres` in it.",
    fix: `Replace the whole scheme, once: ${quote(`.replace("postgres://", "${to.replace(/:\/\/$/, "")}://", 1)`)}.`,
  } as const;
}

const UNSET = {
  level: "notice",
  problem:
    "Where DATABASE_URL is not set, this line ends with `AttributeError: 'NoneType' object has no attribute 'replace'`: in tests, " +
    "and on an app that has no database yet.",
  fix: 'Give it a value for that case: `os.environ.get("DATABASE_URL", "sqlite:///app.db")`.',
} as const;

/** `os.environ.get("DATABASE_URL")` without a second argument. */
function mayBeNone(node: ExprNode): boolean {
  const reads = node.nodeType === "Call" && /(?:^|\.)(?:environ\.get|getenv)$/.test(dotted(node.func) ?? "");
  return reads && node.args.length === 1 && node.keywords.length === 0;
}
