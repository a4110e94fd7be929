import type { MarkerEnvironment } from "./markers.ts";
import type { PythonRequest } from "./python-request.ts";

// The newest patch of each minor that Heroku's Python buildpack (v351) offers.
const NEWEST: Readonly<Record<string, string>> = {
  "3.10": "3.10.21",
  "3.11": "3.11.16",
  "3.12": "3.12.14",
  "3.13": "3.13.15",
  "3.14": "3.14.7",
};

/** The Pythons that Heroku builds with, as `major.minor`, newest first; the first is the default for new apps. */
export const HEROKU_PYTHONS: readonly string[] = Object.keys(NEWEST).reverse();

/** The one that the buildpack takes away next, and when. */
export const LEAVING = { python: "3.10", on: "2027-01-06" } as const;

/**
 * The Python that Heroku builds with, as `major.minor.patch`: what the deciding file asks for, and without a version
 * that Heroku takes the default for new apps. A new build may also stay on the minor of the last one.
 */
export function herokuPython(request: PythonRequest | undefined): string {
  if (request?.kind !== "version" || request.major !== 3) return newestPatch(HEROKU_PYTHONS[0] ?? "");
  const minor = `3.${request.minor}`;
  return request.patch === undefined ? newestPatch(minor) : `${minor}.${request.patch}`;
}

/** The newest patch of a `major.minor`, as far as it is known here. */
export function newestPatch(minor: string): string {
  return NEWEST[minor] ?? `${minor}.0`;
}

/** The `major.minor` of a `major.minor.patch`. */
export function minorOf(python: string): string {
  return python.split(".").slice(0, 2).join(".");
}

/** The values of PEP 508's marker variables on a Heroku dyno with this Python (`3.14.7`). */
export function herokuMarkers(python: string): MarkerEnvironment {
  return {
    implementation_name: "cpython",
    implementation_version: python,
    os_name: "posix",
    platform_machine: "x86_64",
    platform_python_implementation: "CPython",
    platform_release: "",
    platform_system: "Linux",
    platform_version: "",
    python_full_version: python,
    python_version: minorOf(python),
    sys_platform: "linux",
  };
}
