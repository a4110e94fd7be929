import { newestAllowed } from "../project/allowed-version.ts";
import type { Project } from "../project/project.ts";
import { HEROKU_PYTHONS } from "../project/python-version.ts";
import type { Requirement } from "../project/requirements.ts";
import { fits } from "../project/versions.ts";
import type { Check, Remark } from "./check.ts";
import { PIN_RULES, type PinRule } from "./data/pin-rules.ts";
import { namePython } from "./name-python.ts";
import { quote } from "./quote.ts";

/** A listed version that does not work on the app's Python. */
type Broken = {
  readonly entry: Requirement;
  readonly version: string;
  readonly rule: PinRule;
  readonly certain: boolean;
};

const SHOWN = 4;
const LEAVES = "3.10";

// Packages that others load as soon as they are imported themselves.
const LOADED_BY: Readonly<Record<string, readonly string[]>> = {
  flask: ["flask", "jinja2", "werkzeug", "markupsafe", "itsdangerous", "click"],
  flask_sqlalchemy: ["flask", "sqlalchemy"],
};

// Heroku builds with its newest Python unless the app names one, and pins of long ago know nothing of it: they do
// not compile, or use what Python has dropped since. At home they go on working on the Python of their time.
export const pinsVsPython: Check = {
  id: "pins-vs-python",
  title: "The pinned versions work on the Python that Heroku uses",
  buildpack: true,

  find(project) {
    const minor = project.python.split(".").slice(0, 2).join(".");
    if (!HEROKU_PYTHONS.includes(minor)) return [];
    const broken = brokenOn(minor, project).toSorted((a, b) => weight(b) - weight(a));
    const [worst] = broken;
    return worst ? [remark(worst, broken, minor, project)] : [];
  },
};

/** The worst first: what stops the build, then what surely stops the app. */
function weight({ rule, certain }: Broken): number {
  return (certain ? 2 : 0) + (rule.stage === "build" ? 1 : 0);
}

function brokenOn(minor: string, project: Project): Broken[] {
  const { requirements } = project;
  if (!requirements) return [];
  const loaded = loadedModules(project);
  const seen = new Set<string>();
  return requirements.entries.flatMap((entry) => {
    const version = entry.active && !seen.has(entry.key) ? newestAllowed(requirements, entry.key) : undefined;
    seen.add(entry.key);
    const rule = version === undefined ? undefined : ruleFor(entry.key, version, minor, project);
    if (version === undefined || !rule) return [];
    const certain = rule.stage === "build" || rule.imports.some((name) => loaded.has(name));
    return [{ entry, version, rule, certain }];
  });
}

function ruleFor(
  key: string,
  version: string,
  minor: string,
  { requirements }: Project,
): PinRule | undefined {
  const rule = PIN_RULES.find(
    (each) => each.package === key && fits(version, each.versions) && fits(minor, each.python),
  );
  // An old setuptools that is pinned beside it still has what the newest dropped.
  const setuptools = requirements && newestAllowed(requirements, "setuptools");
  if (rule?.message.includes("pkg_resources") && setuptools !== undefined && fits(setuptools, "<81"))
    return undefined;
  return rule;
}

/** Top-level modules that the web process surely loads. */
function loadedModules({ modules }: Project): Set<string> {
  const loaded = new Set(modules.gunicorn ? ["gunicorn"] : []);
  for (const { module, guard } of modules.external) {
    const [top = ""] = module.split(".", 1);
    if (guard === "none") for (const name of LOADED_BY[top] ?? [top]) loaded.add(name);
    if (guard === "none") loaded.add(top);
  }
  return loaded;
}

function remark(worst: Broken, broken: readonly Broken[], minor: string, project: Project): Remark {
  const shown = broken.slice(0, SHOWN).map((each) => described(each, worst.entry.file));
  const more = broken.length > SHOWN ? `, and ${broken.length - SHOWN} more` : "";
  const older = HEROKU_PYTHONS.find((name) => name !== minor && brokenOn(name, project).length === 0);
  const isDefault = ![".python-version", "runtime.txt"].some((file) => project.texts.has(file));
  return {
    level: worst.certain ? "error" : "warning",
    file: worst.entry.file,
    line: worst.entry.line,
    problem: `Heroku uses Python ${minor}${isDefault ? ", its newest, because the app names none" : ""}, and there ${shown.join(", ")}${more}. At home they run on the Python that they were made for.`,
    fix: fix(broken, minor, older),
    ...(older !== undefined && { edits: namePython(project, older) }),
  };
}

function described({ entry, version, rule }: Broken, file: string): string {
  const place = entry.file === file ? `line ${entry.line}` : `${quote(entry.file)} line ${entry.line}`;
  const name = version.includes("9999") ? `${entry.name}${entry.specifier}` : `${entry.name}==${version}`;
  return `${quote(name)} (${place}) ${rule.stage === "build" ? "cannot be installed" : "cannot be imported"}`;
}

function fix(broken: readonly Broken[], minor: string, older: string | undefined): string {
  const raised = broken.slice(0, 2 * SHOWN).map(({ entry, version }) => {
    const lowest = lowestWorking(entry.key, version, minor);
    if (lowest === null) return `${quote(entry.name)} has none and must be replaced`;
    return lowest === undefined ? `a newer ${quote(entry.name)}` : quote(`${entry.name}>=${lowest}`);
  });
  const raise = `raise the versions to the lowest that are known to work on ${minor}: ${raised.join(", ")}`;
  const last = older === LEAVES ? `, which Heroku has until 2027-01-06` : "";
  return older === undefined
    ? `On every Python that Heroku has one of them is known to fail, so ${raise}; then test again.`
    : `Either write \`${older}\` into .python-version, the newest Python on which none of them is known to fail${last}; or ${raise}, and test again.`;
}

/** The lowest version known to work, following the rules upwards; null when none does, undefined when unknown. */
function lowestWorking(key: string, version: string, minor: string): string | null | undefined {
  const rule = PIN_RULES.find(
    (each) => each.package === key && fits(version, each.versions) && fits(minor, each.python),
  );
  if (!rule) return version;
  return typeof rule.lowest === "string" ? lowestWorking(key, rule.lowest, minor) : rule.lowest;
}
