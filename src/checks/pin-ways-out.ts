import type { Project } from "../project/project.ts";
import { HEROKU_PYTHONS, LEAVING, newestPatch } from "../project/python-version.ts";
import type { Requirement } from "../project/requirements.ts";
import { fits } from "../project/versions.ts";
import type { Remark } from "./check.ts";
import type { Edit } from "./edit.ts";
import { namePython } from "./name-python.ts";
import { type Raised, raisesFor } from "./pin-raises.ts";
import { isKnown, type Verdict, verdictOn } from "./pin-verdict.ts";
import { listed, quote } from "./quote.ts";
import { pinned } from "./requirement-edits.ts";
import { tooNewSyntax } from "./too-new-syntax.ts";

type Listed = { readonly entry: Requirement; readonly version: string };

/** A Python, and the pins that have to be raised there. */
type Way = { readonly python: string; readonly raises: ReadonlyMap<string, Raised> };

const SHOWN = 16;

const FAILING = {
  newest: "the newest Python on which none of them is known to fail",
  lowest: "the lowest that are known to work",
  none: (which: string) => `On every Python that ${which} one of them is known to fail`,
};
const UNSURE = {
  newest: "the newest Python that has wheels of all",
  lowest: "the lowest that have wheels",
  none: (which: string) => `No Python that ${which} has wheels of all`,
};

/**
 * The ways out for pins that do not work on a Python: the newest Python on which all do, or the lowest versions that
 * do. Where no Python takes all of them, the one on which the least has to be raised. A Python that the app itself cannot
 * run on is no way out.
 */
export function waysOut(
  listed: readonly Listed[],
  minor: string,
  project: Project,
): Required<Pick<Remark, "fix" | "edits">> {
  const pins = new Map(listed.map(({ entry, version }) => [entry.key, version]));
  const wayOn = (python: string) => ({ python, raises: raisesFor(pins, python, project) });
  const here = wayOn(minor);
  const isKnownToFail = against(minor, listed, project).some(isKnown);
  const words = isKnownToFail ? FAILING : UNSURE;
  const raise = `raise the versions to ${words.lowest} on ${minor}: ${inWords(here, listed)}`;

  const others = HEROKU_PYTHONS.filter((python) => python !== minor && takesApp(python, project));
  const older = olderPython(listed, minor, others, project);
  if (older !== undefined) {
    const last = older === LEAVING.python ? `, which Heroku has until ${LEAVING.on}` : "";
    return {
      fix: `Either write \`${older}\` into .python-version, ${words.newest}${last}; or ${raise}, and test again.`,
      edits: namePython(project, older),
    };
  }
  const ways = others.filter((python) => python !== LEAVING.python).map(wayOn);
  const none = words.none(
    others.length < HEROKU_PYTHONS.length - 1 ? "Heroku has and the app runs on" : "Heroku has",
  );
  const least = [here, ...ways].reduce((best, way) => (cost(way, pins) < cost(best, pins) ? way : best));
  const edits = raisingEdits(least, listed);
  if (least === here) return { fix: `${none}, so ${raise}; then test again.`, edits };
  return {
    fix: `${none}, so either write \`${least.python}\` into .python-version, where the least has to change: ${inWords(least, listed)}; or ${raise}. Then test again.`,
    edits: edits.length > 0 ? [...namePython(project, least.python), ...edits] : [],
  };
}

/** What speaks against the versions on a Python. */
function against(python: string, listed: readonly Listed[], project: Project): Verdict[] {
  return listed.flatMap(({ entry, version }) => verdictOn(entry.key, version, python, project) ?? []);
}

/** Whether the app can run on a Python, as far as its syntax and `requires-python` in pyproject.toml tell. */
function takesApp(python: string, project: Project): boolean {
  const pyproject = project.texts.get("pyproject.toml") ?? "";
  const requires = /^[ \t]*requires-python[ \t]*=[ \t]*["']([^"'\n]*)/m.exec(pyproject)?.[1] ?? "";
  return fits(newestPatch(python), requires) && tooNewSyntax({ ...project, python }).length === 0;
}

/** The newest other Python with nothing against any version; failing that, with nothing that is known to fail. */
function olderPython(
  listed: readonly Listed[],
  minor: string,
  pythons: readonly string[],
  project: Project,
): string | undefined {
  const [here, ...others] = [minor, ...pythons].map((python) => ({
    python,
    verdicts: against(python, listed, project),
  }));
  const clean = others.find(({ verdicts }) => verdicts.length === 0);
  const better = here?.verdicts.some(isKnown)
    ? others.find(({ verdicts }) => !verdicts.some(isKnown))
    : undefined;
  return (clean ?? better)?.python;
}

/** A new major version changes more than a minor one, and what nobody knows the most. */
function cost({ raises }: Way, pins: ReadonlyMap<string, string>): number {
  return [...raises].reduce((sum, [key, version]) => {
    if (typeof version !== "string") return sum + 20;
    return sum + (majorOf(version) === majorOf(pins.get(key)) ? 1 : 3);
  }, 0);
}

function majorOf(version: string | undefined): string | undefined {
  return version?.split(".", 1)[0];
}

function inWords({ raises }: Way, pins: readonly Listed[]): string {
  const wanted = pins.filter(({ entry }) => raises.has(entry.key));
  const said = wanted.map(({ entry }) => {
    const version = raises.get(entry.key);
    if (version === null) return `${quote(entry.name)} has none and must be replaced`;
    return version === undefined ? `a newer ${quote(entry.name)}` : quote(`${entry.name}>=${version}`);
  });
  return listed(said, SHOWN);
}

/** None unless all is known: half of it would still fail. */
function raisingEdits({ raises }: Way, listed: readonly Listed[]): Edit[] {
  const edits = listed.flatMap(({ entry }) => {
    const version = raises.get(entry.key);
    return typeof version === "string" ? pinned(entry, version) : [];
  });
  return edits.length === raises.size ? edits : [];
}
