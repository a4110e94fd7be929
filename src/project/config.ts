import type { ExprNode } from "py-ast";
import { isCertain, moduleName } from "./code.ts";
import type { CallFact, Code, Setting, Where } from "./code-facts.ts";
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
  return /(?:^|[/_.-])(?:dev|devel|development|tests?|testing|local)(?:[/_.-]|\.py$)/i.test(file);
}

/** Whether a file, a config var or a value that only runs show can have the last word. */
function decidedElsewhere(code: Code): boolean {
  return configCalls(code).some(({ name, node, where }) => {
    if (where.loaded === "no" || where.guard === "main") return false;
    const [first] = node.args;
    if (FROM_ELSEWHERE.test(name)) return true;
    if (/config\.from_object$/.test(name)) return ownerOf(first, where, code) === undefined;
    // An update for tests, as in `create_app(test_config=None)`, is none for Heroku.
    const isForTests = /test/i.test((first && dotted(first)) ?? "");
    return (
      /config\.(?:update|from_mapping)$/.test(name) &&
      first !== undefined &&
      first.nodeType !== "Dict" &&
      !isForTests
    );
  });
}

/** The few calls that can be about configuration: a large app has ten thousand others. */
function configCalls({ calls }: Code): CallFact[] {
  return calls.filter(({ name }) => name.includes("config."));
}

/** The class or module that `from_object` is given; undefined when only a run shows it. */
function ownerOf(argument: ExprNode | undefined, where: Where, { assigned }: Code): string | undefined {
  const owner = argument && (textOf(argument) ?? dotted(argument));
  if (owner === undefined || owner.includes("(")) return undefined;
  if (owner === "__name__") return moduleName(where.file);
  // A name in small letters may be a parameter, one that is assigned may be any of several.
  const isName = argument?.nodeType === "Name";
  const isUnclear =
    isName &&
    (assigned.get(where.file)?.has(owner) || (where.function !== undefined && !/^[A-Z]/.test(owner)));
  return isUnclear ? undefined : owner.split(/[.:]/).at(-1);
}

/** The last names of the classes and modules that `from_object` is surely given. */
function chosenOwners(code: Code): ReadonlySet<string> {
  const given = configCalls(code).filter(
    ({ name, where }) => /config\.from_object$/.test(name) && isCertain(code, where),
  );
  const owners = given.map(({ node, where }) => ownerOf(node.args[0], where, code));
  return new Set(owners.filter((owner) => owner !== undefined));
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
