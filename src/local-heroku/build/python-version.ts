import { type PythonRequest, pythonRequest } from "../../project/python-request.ts";
import { HEROKU_PYTHONS, newestPatch } from "../../project/python-version.ts";
import type { PackageManager } from "./package-manager.ts";
import { VersionRefused } from "./version-refused.ts";

/** The Python that an app asks for, and what says so. `text` is as it is written: `3.13` or `3.13.2`. */
export type Request = {
  readonly text: string;
  readonly origin: PythonRequest["file"] | "default" | "cached";
  readonly minor: number;
  readonly patch: number | undefined;
};

/** Heroku's versions, of its Python 3. */
const MINORS = HEROKU_PYTHONS.map((name) => Number(name.split(".")[1]));
const [DEFAULT = ""] = HEROKU_PYTHONS;
const VERSION = /^(0|[1-9]\d*)\.(0|[1-9]\d*)(\.(0|[1-9]\d*))?$/;

/**
 * The Python that an app's files ask for, in the buildpack's order: runtime.txt, .python-version, Pipfile.lock, the
 * version of the last build (`last`, as `3.13`), the default. Throws BuildFailed for a file that it does not understand.
 */
export function requestedVersion(
  texts: ReadonlyMap<string, string>,
  manager: PackageManager,
  last?: string,
): Request {
  const request = pythonRequest(texts);
  if (request && request.kind !== "version") throw new VersionRefused(refused(request, texts));
  if (request) {
    const { file: origin, major, minor, patch } = request;
    const text = `${major}.${minor}${patch === undefined ? "" : `.${patch}`}`;
    // Python 2 and 4 are as far from what there is as a minor version can be.
    return { text, origin, minor: major < 3 ? 0 : major > 3 ? Number.MAX_SAFE_INTEGER : minor, patch };
  }
  if (manager === "pipenv") checkPipfileLock(texts.get("Pipfile.lock") ?? "");
  const text = last ?? DEFAULT;
  const origin = last === undefined ? "default" : "cached";
  return { text, origin, minor: Number(text.split(".")[1]), patch: undefined };
}

/** The `3.13.15` that Heroku installs for a request. Throws BuildFailed for one that it does not have. */
export function resolvedVersion({ text, origin, minor, patch }: Request): string {
  const major = text.split(".").slice(0, 2).join(".");
  if (minor < Math.min(...MINORS)) {
    throw new VersionRefused([
      "Error: The requested Python version has reached end-of-life.",
      "",
      `Python ${major} has reached its upstream end-of-life, and is therefore no longer receiving security updates.`,
      "As such, it is no longer supported by this buildpack.",
      "",
      `Please upgrade to a newer Python version (such as ${DEFAULT}) by changing the version in your ${origin} file.`,
    ]);
  }
  if (minor > Math.max(...MINORS)) {
    throw new VersionRefused([
      "Error: The requested Python version isn't recognised.",
      "",
      `The requested Python version ${major} isn't recognised.`,
      `Switch to a supported version (such as Python ${DEFAULT}) by changing the version in your ${origin} file.`,
    ]);
  }
  return patch === undefined ? newestPatch(major) : text;
}

function refused(
  { file, kind }: Extract<PythonRequest, { kind: "empty" | "several" | "encoding" | "malformed" }>,
  texts: ReadonlyMap<string, string>,
): string[] {
  const prefix = file === "runtime.txt" ? "python-" : "";
  const heading = [`Error: Invalid Python version in ${file}.`, ""];
  if (kind === "empty") {
    return [
      ...heading,
      `No Python version was found in the ${file} file.`,
      "",
      `Update the file so that it contains a valid Python version such as '${prefix}${DEFAULT}'.`,
    ];
  }
  if (kind === "encoding") {
    return [
      `Error: Unable to read ${file}.`,
      "",
      `Your ${file} file couldn't be read because it contains invalid UTF-8 or control characters.`,
      "Save it as UTF-8 without a byte order mark.",
    ];
  }
  if (kind === "several") {
    const lines = (texts.get(file) ?? "").split(/\r?\n/).filter((line) => !/^\s*(#.*)?$/.test(line));
    return [...heading, `Multiple versions were found in your ${file} file:`, "", ...lines.slice(0, 20)];
  }
  return [
    ...heading,
    `The Python version specified in your ${file} file isn't in the correct format.`,
    "",
    "The version must be specified as either:",
    `1. '${prefix}3.X' (recommended, for automatic patch updates)`,
    `2. '${prefix}3.X.Y' (to pin to an exact patch version)`,
    "",
    prefix === ""
      ? "Don't include quotes, a 'python-' prefix or wildcards. Any code comments must be on a separate line."
      : "Remember to include the 'python-' prefix. Any code comments must be on a separate line.",
  ];
}

/** The version in a Pipfile.lock is optional, but what is there has to be JSON and a version. */
function checkPipfileLock(text: string): void {
  let requires: Readonly<Record<string, unknown>>;
  try {
    requires = Object(Object(Object(JSON.parse(text))._meta).requires);
  } catch {
    throw new VersionRefused([
      "Error: Can't parse Pipfile.lock.",
      "",
      "A Pipfile.lock file was found, however, it couldn't be parsed. This is likely due to it not being valid JSON.",
      "",
      "Run 'pipenv lock' to regenerate/fix the lockfile.",
    ]);
  }
  const version = requires.python_full_version ?? requires.python_version ?? null;
  if (version === null || (typeof version === "string" && VERSION.test(version))) return;
  throw new VersionRefused([
    "Error: Invalid Python version in Pipfile.lock.",
    "",
    "The Python version specified in your Pipfile.lock file by the 'python_version' or 'python_full_version' field",
    "isn't in the correct format.",
    "",
    "Please update your Pipfile to use a valid Python version and then run 'pipenv lock' to regenerate Pipfile.lock.",
  ]);
}
