import { LEAVING, minorOf, newestPatch } from "../../project/python-version.ts";
import type { PackageManager } from "./package-manager.ts";
import type { Request } from "./python-version.ts";
import { VersionRefused } from "./version-refused.ts";

/** What the buildpack warns of about a Python version, one warning each. Throws BuildFailed where it refuses with uv. */
export function versionAdvice(
  { text, origin, patch }: Request,
  resolved: string,
  manager: PackageManager,
): string[][] {
  const major = minorOf(resolved);
  const warnings: string[][] = [];
  if (origin === "default" || origin === "cached") {
    if (manager === "uv") throw new VersionRefused(uvWithoutVersion(major));
    warnings.push(noVersion(major));
  }
  if (origin === "runtime.txt") {
    if (manager === "uv") throw new VersionRefused(uvWithRuntime(major));
    warnings.push(deprecatedRuntime(major));
  }
  if (major === LEAVING.python) warnings.push(leaving(origin));
  const newest = newestPatch(major);
  if (patch !== undefined && patch < Number(newest.split(".")[2]))
    warnings.push(outdated(text, newest, origin));
  return warnings;
}

function uvWithoutVersion(major: string): string[] {
  return [
    "Error: No Python version was specified.",
    "",
    "When using the package manager uv on Heroku, you must specify your app's Python version with a .python-version",
    `file. Run 'uv python pin ${major}' in the root directory of your app, and commit the file.`,
  ];
}

function uvWithRuntime(major: string): string[] {
  return [
    "Error: The runtime.txt file isn't supported when using uv.",
    "",
    "When using the package manager uv on Heroku, you must specify your app's Python version with a .python-version",
    `file and not a runtime.txt file. Delete runtime.txt, run 'uv python pin ${major}', and commit the changes.`,
  ];
}

function noVersion(major: string): string[] {
  return [
    "Warning: No Python version was specified.",
    "",
    "Your app doesn't specify a Python version and so the buildpack picked a default version for you.",
    "Relying on this default version isn't recommended, since it can change over time.",
    "",
    `Create a .python-version file in the root directory of your app that contains exactly: ${major}`,
  ];
}

function deprecatedRuntime(major: string): string[] {
  return [
    "Warning: The runtime.txt file is deprecated.",
    "",
    "It has been replaced by the more widely supported .python-version file. In the future support for runtime.txt",
    "will be removed.",
    "",
    `Delete your runtime.txt file and create a .python-version file that contains exactly: ${major}`,
  ];
}

function leaving(origin: string): string[] {
  return [
    `Warning: Support for Python ${LEAVING.python} is ending soon!`,
    "",
    `Support for Python ${LEAVING.python} will be removed from this buildpack on 6th January 2027.`,
    `Upgrade to a newer Python version by changing the version in your ${origin} file.`,
  ];
}

function outdated(text: string, newest: string, origin: string): string[] {
  return [
    "Warning: A Python patch update is available!",
    "",
    `Your app is using Python ${text}, however, there is a newer patch release available: ${newest}`,
    `Update your ${origin} file to use the new version, or to name no patch version at all.`,
  ];
}
