import { isOpenEnded, newestAllowed } from "../project/allowed-version.ts";
import { topModule } from "../project/external-imports.ts";
import type { Project } from "../project/project.ts";
import { HEROKU_PYTHONS, minorOf } from "../project/python-version.ts";
import type { Requirement } from "../project/requirements.ts";
import type { Check, Remark } from "./check.ts";
import { strangePins } from "./pin-releases.ts";
import { inWords, isKnown, type Verdict, verdictOn } from "./pin-verdict.ts";
import { waysOut } from "./pin-ways-out.ts";
import { listed, quote } from "./quote.ts";

/** A listed version that does not work on the app's Python, or may not. */
type Broken = {
  readonly entry: Requirement;
  readonly version: string;
  readonly verdict: Verdict;
  /** Whether the build surely stops, or the app surely fails. */
  readonly certain: boolean;
};

const SHOWN = 4;

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
    const minor = minorOf(project.python);
    const strange = strangePins(project);
    if (!HEROKU_PYTHONS.includes(minor)) return strange;
    const broken = brokenOn(minor, project).toSorted((a, b) => weight(b) - weight(a));
    const [worst] = broken;
    return worst ? [remark(worst, broken, minor, project), ...strange] : strange;
  },
};

/** The worst first: what stops the build, then what surely stops the app. */
function weight({ verdict, certain }: Broken): number {
  if (!isKnown(verdict)) return 0;
  const stopsBuild =
    verdict.kind === "nothing" || (verdict.kind === "rule" && verdict.rule.stage === "build");
  return (certain ? 3 : 1) + (stopsBuild ? 1 : 0);
}

function brokenOn(minor: string, project: Project): Broken[] {
  const loaded = loadedModules(project);
  return listedVersions(project).flatMap(({ entry, version }) => {
    const verdict = verdictOn(entry.key, version, minor, project);
    if (!verdict) return [];
    const { rule = undefined } = verdict.kind === "rule" ? verdict : {};
    const isLoaded = rule?.stage === "build" || rule?.imports.some((name) => loaded.has(name));
    return [{ entry, version, verdict, certain: isLoaded || verdict.kind === "nothing" }];
  });
}

/** The newest version of each listed package that pip may take, at its first line. */
function listedVersions({ requirements }: Project) {
  if (!requirements) return [];
  const seen = new Set<string>();
  return requirements.entries.flatMap((entry) => {
    const version = entry.active && !seen.has(entry.key) ? newestAllowed(requirements, entry.key) : undefined;
    seen.add(entry.key);
    return version === undefined ? [] : [{ entry, version }];
  });
}

/** Top-level modules that the web process surely loads. */
function loadedModules({ modules }: Project): Set<string> {
  const loaded = new Set(modules.gunicorn ? ["gunicorn"] : []);
  for (const { module, guard } of modules.external) {
    const top = topModule(module);
    if (guard === "none") for (const name of LOADED_BY[top] ?? [top]) loaded.add(name);
    if (guard === "none") loaded.add(top);
  }
  return loaded;
}

function remark(worst: Broken, broken: readonly Broken[], minor: string, project: Project): Remark {
  const shown = broken.map((each) => described(each, worst.entry.file));
  const isDefault = ![".python-version", "runtime.txt"].some((file) => project.texts.has(file));
  const why = isKnown(worst.verdict)
    ? "At home they run on the Python that they were made for."
    : "A compiler is there, but not every library, and a source older than the Python may not fit it. At home a wheel was installed.";
  const { fix, edits } = waysOut(listedVersions(project), minor, project);
  return {
    level: worst.certain ? "error" : "warning",
    file: worst.entry.file,
    line: worst.entry.line,
    problem: `Heroku uses Python ${minor}${isDefault ? ", its newest, because the app names none" : ""}, and there ${listed(shown, SHOWN)}. ${why}`,
    fix,
    // Pins that may well work are left alone.
    edits: worst.certain ? edits : [],
  };
}

function described({ entry, version, verdict }: Broken, file: string): string {
  const place = entry.file === file ? `line ${entry.line}` : `${quote(entry.file)} line ${entry.line}`;
  const name = isOpenEnded(version) ? `${entry.name}${entry.specifier}` : `${entry.name}==${version}`;
  return `${quote(name)} (${place}) ${inWords(verdict)}`;
}
