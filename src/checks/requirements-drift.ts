import { listedClosure } from "../project/closure.ts";
import type { Check } from "./check.ts";
import { comingAlong } from "./drift-along.ts";
import { neededByName } from "./drift-by-name.ts";
import { notListed, unhashedDependencies } from "./drift-closure.ts";
import { unlistedImports } from "./drift-imports.ts";
import { versionsApart } from "./drift-versions.ts";

// Heroku installs what is listed. What the tests ran with counts for nothing there, so every difference between
// the two is code that nobody has tried, or a module that is not there.
export const requirementsDrift: Check = {
  id: "requirements-drift",
  title: "requirements.txt fits the environment that the tests ran in",
  buildpack: true,

  find(project) {
    const { requirements, environment, python } = project;
    if (!requirements || environment.packages === null) return [];
    const versions = versionsApart(requirements, environment.packages);
    if (environment.versionsOnly) return versions;

    const provided = listedClosure(requirements, environment.packages, python);
    const tested = { ...environment, provided };
    const imports = unlistedImports(project, requirements, tested);
    const byName = neededByName(project, requirements, tested);
    return [
      ...versions,
      ...imports.values(),
      ...[...byName].filter(([key]) => !imports.has(key)).map(([, remark]) => remark),
      ...unhashedDependencies(project, requirements, tested),
      ...notListed(project, requirements, tested, [...imports.keys(), ...byName.keys()]),
      ...comingAlong(project, requirements, tested),
    ];
  },
};
