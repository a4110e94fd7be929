import { finalVersions, type Release, type Releases } from "../project/package-index.ts";
import { type Pin, publicPins } from "../project/pins.ts";
import type { Project } from "../project/project.ts";
import { byVersion } from "../project/versions.ts";
import type { Remark } from "./check.ts";
import { few } from "./few.ts";
import { otherSystem } from "./other-system.ts";
import { releaseOf } from "./pin-verdict.ts";
import { quote } from "./quote.ts";

/** What to say of pins that the package index does not have, and of those that were taken back there. */
export function strangePins(project: Project): readonly Remark[] {
  const { requirements, index } = project;
  if (!requirements || index.packages === null) return [];
  const pins = publicPins(requirements).filter(({ key }) => !otherSystem(key) && key !== "pkg-resources");
  const absent = (index.isPublic ? pins : []).flatMap((pin) => {
    const releases = index.packages?.get(pin.key);
    if (releases === undefined || releaseOf(pin.key, pin.version, project)) return [];
    return [releases === "unknown" ? noPackage(pin) : noVersion(pin, releases)];
  });
  const yanked = pins.flatMap((pin) => {
    const release = releaseOf(pin.key, pin.version, project);
    return release?.yanked === undefined ? [] : [takenBack(pin, release, project)];
  });
  return [...absent, ...few(yanked)];
}

function noPackage({ place: { name, file, line } }: Pin): Remark {
  return {
    // The config var PIP_EXTRA_INDEX_URL on Heroku, which cannot be seen from here, may name the index that has it.
    level: "warning",
    file,
    line,
    problem: `The public package index knows no package ${quote(name)}. pip on Heroku asks it, and without another index the build stops.`,
    fix:
      "Correct the name, or delete the line. For a package of your own, name the index that has it by `--extra-index-url`, or in the " +
      "config var PIP_EXTRA_INDEX_URL, or commit the package and give its path.",
  };
}

function noVersion({ version, place: { name, file, line } }: Pin, releases: Releases): Remark {
  const all = finalVersions(releases);
  const [below, above] = [
    all.findLast((each) => byVersion(each, version) < 0),
    all.find((each) => byVersion(each, version) > 0),
  ];
  const near = [below, above].filter((each) => each !== undefined).map((each) => quote(`${name}==${each}`));
  return {
    level: "error",
    file,
    line,
    problem: `The public package index has no version ${quote(version)} of ${quote(name)}. pip on Heroku asks it, and the build stops.`,
    fix: `Write the version that \`pip freeze\` shows where the app works${near.length > 0 ? `; the nearest that exist are ${near.join(" and ")}` : ""}.`,
  };
}

function takenBack(
  { key, version, place: { name, file, line } }: Pin,
  { yanked }: Release,
  project: Project,
): Remark {
  const next = finalVersions(project.index.packages?.get(key)).find((each) => byVersion(each, version) > 0);
  const why = yanked ? `: ${quote(yanked)}` : ", and gave no reason";
  return {
    level: "warning",
    file,
    line,
    problem:
      `Those who released ${quote(`${name}==${version}`)} took it back ("yanked" it)${why}. pip still installs it for a pin that names ` +
      "it, as long as it is there.",
    fix:
      next === undefined
        ? "Choose another version."
        : `Move on to ${quote(`${name}==${next}`)} or a later one, and test.`,
  };
}
