import { INDEX_SETTINGS } from "../../rehearsal/index-settings.ts";
import type { PackageManager } from "./package-manager.ts";

/**
 * What pip, uv, Poetry, Pipenv and the compilers behind them may see of this machine: where things are and how to reach
 * an index, nothing else, since packages run code while they are built.
 */
const PLACES = "PATH|HOME|USER|LOGNAME|LANG|LC_ALL|TMPDIR|XDG_CONFIG_HOME|XDG_CACHE_HOME|LD_LIBRARY_PATH";
const ALLOWED = new RegExp(`^(${PLACES}|${INDEX_SETTINGS})$`, "i");

/** What an installation is told besides. */
export type InstallSettings = {
  readonly manager: PackageManager;
  /** The one config var that the buildpack gives to pip, and to Pipenv's. */
  readonly extraIndexUrl: string | undefined;
  /** Its folder for temporary files, so that what is broken off leaves none. */
  readonly temporary: string;
};

/** The environment in which packages are installed. */
export function installEnvironment({
  manager,
  extraIndexUrl,
  temporary,
}: InstallSettings): Record<string, string> {
  const extra = extraIndexUrl !== undefined && (manager === "pip" || manager === "pipenv");
  return {
    ...toolEnvironment(),
    ...(extra ? { PIP_EXTRA_INDEX_URL: extraIndexUrl } : {}),
    PYTHONUNBUFFERED: "1",
    TMPDIR: temporary,
  };
}

/** The environment of the build's tools. The user's HOME is in it because their configuration is there. */
export function toolEnvironment(): Record<string, string> {
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined && ALLOWED.test(name)) env[name] = value;
  }
  return env;
}
