import type { Dump, Environment } from "./environment.ts";
import type { Requirements } from "./requirements.ts";

/**
 * What an interpreter says, if it can be the one that the tests ran with. A deploy job often has only a Python that
 * belongs to the machine, with whatever somebody once installed there, and to compare with that would call packages
 * missing or different that nobody tests with. So an interpreter that was merely found on PATH, and is no virtual
 * environment, counts only if it has every package that is listed.
 */
export function testedEnvironment(
  dump: Dump,
  requirements: Requirements | undefined,
  wasNamed: boolean,
): Environment {
  const listed = requirements?.entries.filter(({ active }) => active) ?? [];
  const installed = listed.filter(({ key }) => dump.packages.has(key));
  if (installed.length === 0)
    return { packages: null, reason: "no listed package is installed in this job's Python" };
  if (installed.length < listed.length && !wasNamed && !dump.venv) {
    return {
      packages: null,
      reason:
        "the Python on PATH lacks listed packages, so it is hardly the one that the tests ran with; name that one in the `python` input",
    };
  }
  return { packages: dump.packages, stdlib: new Set(dump.stdlib), reason: "" };
}
