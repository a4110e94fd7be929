import { isCertain } from "../project/code.ts";
import type { CallFact } from "../project/code-facts.ts";
import { configured } from "../project/config.ts";
import { type Value, valuesOf } from "../project/config-value.ts";
import type { Project } from "../project/project.ts";
import { isFullyKnown, type Requirements } from "../project/requirements.ts";
import { fits } from "../project/versions.ts";
import type { Remark } from "./check.ts";
import type { Tested } from "./drift-imports.ts";
import { installable } from "./drift-versions.ts";
import { quote } from "./quote.ts";
import { added } from "./requirement-edits.ts";

/** A package that something in the code loads by its name, without an import that could be seen. */
type Need = {
  /** The first is what to list; the others do as well. */
  readonly keys: readonly string[];
  readonly file: string;
  readonly line: number;
  /** What needs it, and what happens without it. */
  readonly problem: string;
  readonly certain: boolean;
};

const BROKER_KEYS = [
  "CELERY_BROKER_URL",
  "BROKER_URL",
  "broker_url",
  "CELERY_RESULT_BACKEND",
  "result_backend",
];
// What kombu and celery load for a URL, where they do not bring it (kombu 5.6, transport/__init__.py).
const TRANSPORTS: readonly (readonly [scheme: RegExp, keys: readonly string[]])[] = [
  [/^(?:rediss?|sentinel):/, ["redis"]],
  [/^sqs:/, ["boto3"]],
  [/^mongodb(?:\+srv)?:/, ["pymongo"]],
  [/^(?:sqla\+|db\+)/, ["sqlalchemy"]],
];

/**
 * Packages that are loaded by name and that requirements.txt does not bring: what Celery's broker needs, and what
 * WTForms' `Email()` does. Workers of gunicorn and database drivers have checks of their own.
 */
export function neededByName(
  project: Project,
  requirements: Requirements,
  { packages, provided }: Tested,
): Map<string, Remark> {
  const isClear = provided.complete && isFullyKnown(requirements);
  const found = new Map<string, Remark>();
  for (const { keys, file, line, problem, certain } of [
    ...emailValidators(project, packages),
    ...brokers(project, provided.keys),
  ]) {
    const [key = ""] = keys;
    if (found.has(key) || keys.some((each) => provided.keys.has(each))) continue;
    const installed = packages.get(key);
    const text = installed ? `${installed.name}==${installable(installed.version)}` : key;
    found.set(key, {
      level: certain && isClear ? "error" : "warning",
      file,
      line,
      problem: `${problem} requirements.txt ${isClear ? "does not bring it" : "does not seem to bring it"}.`,
      fix: `Add the line ${quote(text)} to requirements.txt.`,
      edits: added(requirements, text),
    });
  }
  return found;
}

// Since WTForms 2.3 the validator raises as soon as it is made, which is when the module of the form is loaded.
function emailValidators({ code, modules }: Project, packages: Tested["packages"]): Need[] {
  const version = packages.get("wtforms")?.version;
  if (version === undefined || !fits(version, ">=2.3")) return [];
  const isOurs = ({ name, where }: CallFact) =>
    modules.external.some(
      ({ file, module, names }) =>
        file === where.file &&
        (name === "Email"
          ? module === "wtforms.validators" && names.includes(name)
          : module.startsWith("wtforms")),
    );
  return code.calls
    .filter(
      (call) =>
        /^(?:(?:wtforms\.)?validators\.)?Email$/.test(call.name) &&
        call.where.loaded !== "no" &&
        isOurs(call),
    )
    .map(({ line, where }) => ({
      keys: ["email-validator"],
      file: where.file,
      line,
      problem:
        "WTForms' `Email()` needs the package `email-validator`, which it loads by itself, and ends with an exception where it is not installed.",
      certain: where.loaded === "surely" && where.guard === "none" && where.function === undefined,
    }));
}

function brokers({ code, modules }: Project, provided: ReadonlySet<string>): Need[] {
  const isUsed = modules.external.some(
    ({ module, guard }) => /^celery(?:\.|$)/.test(module) && guard === "none",
  );
  if (!isUsed || !provided.has("celery")) return [];
  const settings = configured(code, ...BROKER_KEYS).map(({ setting, values, certain }) => ({
    values,
    certain,
    file: setting.where.file,
    line: setting.line,
  }));
  const made = code.calls
    .filter(({ name, where }) => /(?:^|\.)Celery$/.test(name) && where.loaded !== "no")
    .flatMap(({ node, where, line }) =>
      node.keywords
        .filter(({ arg }) => arg === "broker" || arg === "backend")
        .map(({ value }) => ({
          values: valuesOf(value, where.file, code),
          certain: isCertain(code, where),
          file: where.file,
          line,
        })),
    );
  return [...settings, ...made].flatMap(({ values, certain, file, line }) => {
    const keys = TRANSPORTS.find(([scheme]) => values.some((value) => scheme.test(schemeOf(value))))?.[1];
    if (!keys) return [];
    const problem = `Celery loads the package ${quote(keys[0] ?? "")} for a URL of this kind by itself, and cannot send or take a task where it is not installed.`;
    return [{ keys, file, line, problem, certain }];
  });
}

/** The start of a URL. Heroku's add-ons for Redis set REDIS_URL and the like. */
function schemeOf(value: Value): string {
  if (value.kind === "text") return value.text;
  if (value.kind !== "env") return "";
  return (
    value.scheme ??
    (/^(?:REDIS|REDISCLOUD|REDISTOGO|STACKHERO_REDIS)\w*_URL$|^REDIS_URL$/.test(value.name) ? "redis:" : "")
  );
}
