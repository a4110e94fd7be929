import type { Call, ExprNode } from "py-ast";
import type { CallFact, Code } from "../project/code-facts.ts";
import { dotted, textOf } from "../project/dotted.ts";
import type { Check } from "./check.ts";
import { quote } from "./quote.ts";
import { modelClasses } from "./tables.ts";

const LIKE = ["like", "notlike", "not_like"];
const PARTS = ["contains", "startswith", "endswith"];
const TEXT_TYPE = /(?:^|\.)(?:String|Text|Unicode|UnicodeText|VARCHAR)(?:\(\))?$/;

// Measured: LIKE takes Hello for HELLO in SQLite, and not in PostgreSQL.
export const caseSensitiveLike: Check = {
  id: "case-sensitive-like",
  title: "A search finds the same on PostgreSQL as on SQLite",

  find(project) {
    const { code } = project;
    if (![...code.strings].some((text) => text.startsWith("sqlite:"))) return [];

    const models = new Set(modelClasses(project).map(({ name }) => name));
    return code.calls
      .filter(({ where }) => where.loaded !== "no" && where.guard !== "main")
      .flatMap((call) => {
        const found = comparison(call, models, code) ?? statement(call);
        return found === undefined
          ? []
          : [
              {
                level: "warning",
                file: call.where.file,
                line: call.line,
                problem:
                  `${found.what} finds capital and small letters alike in SQLite, which you have at home, but tells them apart in ` +
                  "Heroku's PostgreSQL: a search for `hello` no longer finds `Hello`.",
                fix: found.fix,
              },
            ];
      });
  },
};

type Found = { readonly what: string; readonly fix: string };

function comparison({ node }: CallFact, models: ReadonlySet<string>, code: Code): Found | undefined {
  const { func, args } = node;
  if (func.nodeType !== "Attribute" || ![...LIKE, ...PARTS].includes(func.attr) || !hasLetters(args[0]))
    return undefined;
  const [model = "", column = "", ...more] = (dotted(func.value) ?? "").split(".").slice(-2);
  if (!models.has(model) || column === "" || more.length > 0) return undefined;
  const what = `${quote(`${column}.${func.attr}()`)}`;
  if (LIKE.includes(func.attr))
    return {
      what,
      fix: `Use ${quote(func.attr === "like" ? "ilike" : "notilike")}, which ignores the case in both.`,
    };
  if (!isTextColumn(`${model}.${column}`, code)) return undefined;
  return {
    what,
    fix: `Use ${quote(`i${func.attr}`)} (SQLAlchemy 2), which ignores the case in both, or \`ilike\`.`,
  };
}

/** A constant without letters, such as `%`, has no case. */
function hasLetters(argument: ExprNode | undefined): boolean {
  const text = textOf(argument);
  return argument !== undefined && (text === undefined || /\p{L}/u.test(text));
}

/** `contains` is also a question to relationships, lists and JSON: only columns that are declared as text count. */
function isTextColumn(name: string, { assigned }: Code): boolean {
  return [...assigned.values()].some((names) =>
    (names.get(name) ?? []).some(
      (value) => value.nodeType === "Call" && value.args.some((part) => TEXT_TYPE.test(dotted(part) ?? "")),
    ),
  );
}

function statement({ name, node }: CallFact): Found | undefined {
  if (!/(?:^|\.)(?:text|execute)$/.test(name)) return undefined;
  const sql = sqlOf(node);
  if (!/\bSELECT\b/i.test(sql) || !/\bLIKE\b/i.test(sql) || /\b(?:lower|upper)\s*\(/i.test(sql))
    return undefined;
  return {
    what: "`LIKE` in this SQL",
    fix: "Write `lower(column) LIKE lower(:pattern)`, which works in both.",
  };
}

function sqlOf({ args: [sql] }: Call): string {
  return textOf(sql) ?? "";
}
