import type { MarkerEnvironment } from "./markers.ts";

// The newest patch of each major that Heroku's Python buildpack (v351) offers.
const NEWEST: Readonly<Record<string, string>> = {
  "3.10": "3.10.21",
  "3.11": "3.11.16",
  "3.12": "3.12.14",
  "3.13": "3.13.15",
  "3.14": "3.14.7",
};
const DEFAULT = "3.14";

/**
 * The Python that Heroku builds with, as `major.minor.patch`: runtime.txt wins over .python-version, and without a
 * version that Heroku takes it is the default for new apps. A new build may also stay on the major of the last one.
 */
export function herokuPython(files: {
  readonly runtimeTxt: string | undefined;
  readonly pythonVersion: string | undefined;
}): string {
  const version = fromRuntime(files.runtimeTxt) ?? fromPythonVersion(files.pythonVersion) ?? DEFAULT;
  return NEWEST[version] ?? (/\.\d+\./.test(version) ? version : `${version}.0`);
}

function fromRuntime(text: string | undefined): string | undefined {
  return /^python-(3\.\d{1,3}(?:\.\d{1,3})?)$/.exec(text?.trim() ?? "")?.[1];
}

function fromPythonVersion(text: string | undefined): string | undefined {
  const lines = (text ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
  return lines.length === 1 ? /^3\.\d{1,3}(?:\.\d{1,3})?$/.exec(lines[0] ?? "")?.[0] : undefined;
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
    python_version: python.split(".").slice(0, 2).join("."),
    sys_platform: "linux",
  };
}
