import { BuildFailed } from "./build-failed.ts";

/** A Python version as an app asks for it; `patch` is undefined when any will do. */
export type PythonVersion = { readonly minor: number; readonly patch: number | undefined };

/** What an app asks for, and where. */
export type Request = PythonVersion & { readonly text: string; readonly origin: string };

/** Of buildpack v351 (2026-08): 3.10 to 3.14 are there, 3.14 is taken when nothing is said. */
const [OLDEST, NEWEST] = [10, 14];

/**
 * The Python version that an app's files ask for: runtime.txt before .python-version, else the buildpack's default.
 * Throws BuildFailed for a file that the buildpack refuses and for a version that it does not have.
 */
export function requestedVersion(runtimeTxt: string | undefined, versionFile: string | undefined): Request {
  const request =
    runtimeTxt !== undefined
      ? fromRuntimeTxt(runtimeTxt)
      : versionFile !== undefined
        ? fromVersionFile(versionFile)
        : { text: `3.${NEWEST}`, origin: "default", minor: NEWEST, patch: undefined };
  if (request.minor < OLDEST) {
    throw new BuildFailed([
      "Error: The requested Python version has reached end-of-life.",
      "",
      `Python 3.${request.minor} has reached its upstream end-of-life, and is no longer supported by this buildpack.`,
      `Please upgrade to a newer Python version in the '${request.origin}' file, such as 3.${NEWEST}.`,
    ]);
  }
  if (request.minor > NEWEST) {
    throw new BuildFailed([
      "Error: The requested Python version isn't recognised.",
      "",
      `The requested Python version 3.${request.minor} isn't recognised.`,
      `Switch to a supported version (such as Python 3.${NEWEST}) in the '${request.origin}' file.`,
    ]);
  }
  return request;
}

function fromRuntimeTxt(text: string): Request {
  const version = /^\s*python-(\S+)\s*$/.exec(text)?.[1] ?? "";
  return read(version, "runtime.txt", [
    "Error: Invalid Python version in runtime.txt.",
    "",
    "The version must be specified as either 'python-<major>.<minor>' or 'python-<major>.<minor>.<patch>'.",
    "Remember to include the 'python-' prefix. Comments aren't supported.",
  ]);
}

function fromVersionFile(text: string): Request {
  const heading = ["Error: Invalid Python version in .python-version.", ""];
  const lines = text.split(/\r?\n/).filter((line) => !/^\s*(#.*)?$/.test(line));
  if (lines.length === 0) {
    throw new BuildFailed([...heading, "No Python version was found in the '.python-version' file."]);
  }
  if (lines.length > 1) {
    throw new BuildFailed([
      ...heading,
      "Multiple Python versions were found in the '.python-version' file:",
      ...lines,
    ]);
  }
  return read((lines[0] ?? "").trim(), ".python-version", [
    ...heading,
    "The version must be specified as either '<major>.<minor>' or '<major>.<minor>.<patch>'.",
    "Don't include quotes or a 'python-' prefix. To include comments, add them on their own line, prefixed with '#'.",
  ]);
}

function read(text: string, origin: string, refusal: readonly string[]): Request {
  const match = /^(\d+)\.(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) throw new BuildFailed(refusal);
  const [, major, minor, patch] = match;
  const version = { minor: Number(minor), patch: patch === undefined ? undefined : Number(patch) };
  // Python 2 and 4 are as far from what there is as a minor version can be.
  if (major !== "3") return { text, origin, ...version, minor: Number(major) < 3 ? 0 : NEWEST + 1 };
  return { text, origin, ...version };
}
