import type { Dump, Environment } from "./environment.ts";
import type { Requirements } from "./requirements.ts";

/**
 * What an interpreter says, if it can be the one that the tests ran with. A deploy job often has only the runner's
 * own Python, and to compare with that would call every package missing or different. So an interpreter that was
 * found on PATH, and is no virtual environment, counts only if it has most of the packages that are listed.
 */
export function testedEnvironment(
  dump: Dump,
  requirements: Requirements | undefined,
  wasNamed: boolean,
): Environment {
  const listed = requirements?.entries.filter(({ active }) => active) ?? [];
  const installed = listed.filter(({ key }) => dump.packages.has(key));
  const enough = wasNamed || dump.venv ? installed.length > 0 : installed.length * 2 > listed.length;
  if (!enough) {
    const reason =
      installed.length === 0
        ? "no listed package is installed in this job's Python, so it is not the one that the tests ran with"
        : "few of the listed packages are installed in this job's Python, so it is not the one that the tests ran with";
    return { packages: null, reason };
  }
  return { packages: dump.packages, stdlib: new Set(dump.stdlib), reason: "" };
}
