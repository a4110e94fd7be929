import { NEWEST, newestAllowed } from "../project/allowed-version.ts";
import { topModule } from "../project/external-imports.ts";
import type { Project } from "../project/project.ts";
import type { Requirement, Requirements } from "../project/requirements.ts";
import { fits } from "../project/versions.ts";
import type { Check, Remark } from "./check.ts";
import { BREAKING_PAIRS, type BreakingPair } from "./data/breaking-pairs.ts";
import { NEEDED_PARTNERS } from "./data/needed-partners.ts";
import { quote } from "./quote.ts";
import { added } from "./requirement-edits.ts";

const NAMES: Readonly<Record<string, string>> = {
  flask: "Flask",
  jinja2: "Jinja2",
  markupsafe: "MarkupSafe",
  sqlalchemy: "SQLAlchemy",
  werkzeug: "Werkzeug",
};
// A limit or a pin of one of these may keep pip from taking the newest version of what needs them.
const HOLDS: Readonly<Record<string, readonly string[]>> = {
  flask: ["werkzeug", "jinja2", "click", "itsdangerous", "blinker", "markupsafe"],
  werkzeug: ["markupsafe"],
  jinja2: ["markupsafe"],
};
// Packages that do not keep their dependencies below a version. Others may.
const HOLD_NOTHING =
  /^(?:flask(?:-(?:sqlalchemy|login|wtf|migrate|cors|bcrypt|mail|uploads|moment))?|gunicorn|werkzeug|jinja2|markupsafe|itsdangerous|click|blinker|sqlalchemy|alembic|psycopg2?(?:-binary)?|python-dotenv|requests|wtforms|email-validator|redis|whitenoise)$/;

// An old pin of one package beside another without a pin was fine on the day on which it was written. pip on Heroku
// takes the newest of what has no pin, and the old package's own metadata allows it.
export const knownBreakingPins: Check = {
  id: "known-breaking-pins",
  title: "The listed versions work together",
  buildpack: true,

  find(project) {
    const { requirements } = project;
    if (!requirements || requirements.problems.length > 0) return [];
    const found = BREAKING_PAIRS.filter((pair) => isMet(pair, requirements));
    return [...Map.groupBy(found, (pair) => pair.package)].flatMap(([key, pairs]) => {
      const entry = requirements.entries.find((each) => each.active && each.key === key);
      return entry ? [broken(entry, pairs, project, requirements)] : [];
    });
  },
};

function isMet(
  { package: key, versions, partner, partners }: BreakingPair,
  requirements: Requirements,
): boolean {
  const version = newestAllowed(requirements, key);
  if (version === undefined || version === NEWEST || !fits(version, versions)) return false;
  const other = versionOf(partner, requirements);
  return other !== undefined && fits(other, partners);
}

/** The version that pip takes; undefined when something may hold it back. */
function versionOf(key: string, requirements: Requirements): string | undefined {
  const isBound = (each: string) =>
    [...requirements.entries, ...requirements.constraints].some(
      (line) => line.active && line.key === each && (line.specifier !== "" || line.url !== undefined),
    );
  if (isBound(key)) {
    const isListed = requirements.entries.some((line) => line.active && line.key === key);
    return isListed ? newestAllowed(requirements, key) : undefined;
  }
  // Flask 1.1.3 and 1.1.4 alone of its old versions know limits.
  const flask = newestAllowed(requirements, "flask");
  const byFlask = flask !== undefined && fits(flask, ">=1.1.3,<2") && key !== "markupsafe";
  return byFlask || (HOLDS[key] ?? []).some(isBound) ? undefined : NEWEST;
}

function broken(
  entry: Requirement,
  pairs: readonly BreakingPair[],
  { modules }: Project,
  requirements: Requirements,
): Remark {
  const [pair] = pairs;
  const { partner = "", partners = "", message = "", remedy = "", proof } = pair ?? {};
  const active = requirements.entries.filter((line) => line.active);
  const isPinned = active.some(({ key, specifier }) => key === partner && /^===?[^*,]+$/.test(specifier));
  const isSure = isPinned || active.every(({ key }) => HOLD_NOTHING.test(key));
  const module = /import (\w+)/.exec(proof?.code ?? "")?.[1];
  const loads = ["jinja2", "flask"].includes(module ?? "") ? ["jinja2", "flask"] : [module];
  const isLoaded = modules.external.some(
    (wanted) => wanted.guard === "none" && loads.includes(topModule(wanted.module)),
  );

  const limits = pairs.map((each) => `${named(each.partner)}${each.partners.replace(">=", "<")}`);
  const listed = pairs.some((each) => active.some(({ key }) => key === each.partner));
  const staying = pairs.every((each) => mayStay(each, requirements))
    ? ` Or ${listed ? "ask for" : "add"} ${limits.map(quote).join(", ")} to stay with what worked.`
    : "";
  const name = named(partner);
  const which = isPinned ? "which is listed" : `and pip takes the newest ${name} that it finds`;
  return {
    level: isSure && isLoaded ? "error" : "warning",
    file: entry.file,
    line: entry.line,
    problem:
      `${quote(entry.name + entry.specifier)} does not work with ${name} ${partners.replace(">=", "")} and newer, ${which}: ` +
      `\`${message}\`. Where it works, an older ${name} is installed.`,
    fix: `Move on to ${quote(remedy)} and test.${staying}`,
    edits: listed || !staying ? [] : limits.flatMap((text) => added(requirements, text)),
  };
}

/** Whether pip can take a partner that is old enough: not beside a listed package that wants a newer one. */
function mayStay({ partner, partners }: BreakingPair, requirements: Requirements): boolean {
  return NEEDED_PARTNERS.every((need) => {
    const version = newestAllowed(requirements, need.key);
    const isHeld = version !== undefined && version !== NEWEST && fits(version, need.versions);
    return need.partner !== partner || need.least === null || !isHeld || !fits(need.least, partners);
  });
}

function named(key: string): string {
  return NAMES[key] ?? key;
}
