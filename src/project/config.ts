import { isCertain } from "./code.ts";
import type { CallFact, Code, Setting } from "./code-facts.ts";
import { type Value, valuesOf } from "./config-value.ts";
import { dotted, textOf } from "./dotted.ts";

/** A configuration value, evaluated. */
export type Configured = {
  readonly setting: Setting;
  readonly values: readonly Value[];
  /** Whether the app surely gets this value, as far as the code tells: no config var and no file decides. */
  readonly certain: boolean;
};

// Configuration that the web process is not meant to run with.
const NOT_PRODUCTION = /dev|test|local|debug|ci$/i;
const DATABASE_KEYS = ["SQLALCHEMY_DATABASE_URI", "create_engine"];
const BIND_KEYS = ["SQLALCHEMY_BINDS", "SQLALCHEMY_ENGINES"];
const FROM_ELSEWHERE = /config\.from_(?:envvar|prefixed_env|file|json|pyfile)$/;

/** What the code may give to a key when gunicorn runs it: classes and files for development and tests left out. */
export function configured(code: Code, ...keys: readonly string[]): Configured[] {
  const settings = code.settings
    .filter(({ key, kind, where }) => keys.includes(key) && kind !== "environ" && where.guard !== "main")
    .filter(({ where }) => !NOT_PRODUCTION.test(where.className ?? "") && !isForDevelopment(where.file));
  if (settings.length === 0) return [];

  const open = decidedElsewhere(code);
  const chosen = chosenOwners(code);
  return settings.map((setting) => ({
    setting,
    values: valuesOf(setting.value, setting.where.file, code),
    certain: !open && isChosen(setting, chosen, code),
  }));
}

/** What may be the app's database URLs. */
export function databaseUrls(code: Code): Configured[] {
  const binds = configured(code, ...BIND_KEYS).flatMap((bind): Configured[] => {
    const { value, where } = bind.setting;
    const urls = value.nodeType === "Dict" ? value.values : [];
    return urls.map((url) => ({
      ...bind,
      setting: { ...bind.setting, value: url, line: url.lineno, lastLine: url.end_lineno ?? url.lineno },
      values: valuesOf(url, where.file, code),
    }));
  });
  return [...configured(code, ...DATABASE_KEYS), ...binds];
}

function isForDevelopment(file: string): boolean {
  return /(?:^|\/)(?:[^/]*(?:dev|test|local)[^/]*\.py|tests?\/.*)$/i.test(file);
}

/** Whether a file, a config var or a value that only runs show can have the last word. */
function decidedElsewhere(code: Code): boolean {
  return configCalls(code).some(({ name, node, where }) => {
    if (where.loaded === "no" || where.guard === "main") return false;
    if (FROM_ELSEWHERE.test(name)) return true;
    const [first] = node.args;
    if (/config\.from_object$/.test(name))
      return first?.nodeType !== "Name" && textOf(first) === undefined && first?.nodeType !== "Attribute";
    return (
      /config\.(?:update|from_mapping)$/.test(name) &&
      first !== undefined &&
      first.nodeType !== "Dict" &&
      where.function === undefined
    );
  });
}

/** The few calls that can be about configuration: a large app has ten thousand others. */
function configCalls({ calls }: Code): CallFact[] {
  return calls.filter(({ name }) => name.includes("config."));
}

/** The last names of the classes and modules that `from_object` is surely given. */
function chosenOwners(code: Code): ReadonlySet<string> {
  const chosen = new Set<string>();
  for (const { name, node, where } of configCalls(code)) {
    const [first] = node.args;
    if (!/config\.from_object$/.test(name) || !first || !isCertain(code, where)) continue;
    const owner = textOf(first) ?? dotted(first);
    const last = owner === "__name__" ? moduleName(where.file) : owner?.split(/[.:]/).at(-1);
    if (last !== undefined) chosen.add(last);
  }
  return chosen;
}

function isChosen({ key, kind, where }: Setting, chosen: ReadonlySet<string>, code: Code): boolean {
  if (where.loaded === "no" || where.guard !== "none") return false;
  if (kind === "app") return isCertain(code, where);
  if (kind === "module") return chosen.has(moduleName(where.file));
  return [...chosen].some((name) => definer(name, key, code, 0) === where.className);
}

/** The class, from this one upwards, that gives the key. */
function definer(name: string, key: string, code: Code, depth: number): string | undefined {
  if (code.settings.some((setting) => setting.key === key && setting.where.className === name)) return name;
  if (depth > 5) return undefined;
  const bases = code.classes.find((known) => known.name === name)?.bases ?? [];
  for (const base of bases) {
    const found = definer(base.split(".").at(-1) ?? base, key, code, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

function moduleName(file: string): string {
  const parts = file.replace(/\/__init__\.py$|\.py$/, "").split("/");
  return parts.at(-1) ?? file;
}
