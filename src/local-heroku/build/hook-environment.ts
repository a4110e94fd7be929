import { SYSTEM_PATH } from "../dynos/environment.ts";
import type { Build } from "../state/build.ts";

/** The folders of a build that its hooks see. */
type Folders = {
  readonly folder: string;
  readonly cache: string;
  /** Goes when the build ends. */
  readonly temporary: string;
};

/**
 * What an app's build hooks see: what Heroku's build system and its Python buildpack set, and the config vars, which
 * give way to it. Of this machine there is nothing but the programs of the system.
 */
export function hookEnvironment(
  { commit, stack }: Pick<Build, "commit" | "stack">,
  { folder, cache, temporary }: Folders,
  vars: Readonly<Record<string, string>>,
): Record<string, string> {
  return {
    LANG: "en_US.UTF-8",
    ...vars,
    PATH: SYSTEM_PATH,
    HOME: folder,
    TMPDIR: temporary,
    BUILD_DIR: folder,
    CACHE_DIR: cache,
    STACK: stack,
    SOURCE_VERSION: commit,
    PYTHONUNBUFFERED: "1",
    PIP_DISABLE_PIP_VERSION_CHECK: "1",
    // A pip of this machine, however it is called, changes nothing outside of a virtual environment.
    PIP_REQUIRE_VIRTUALENV: "1",
  };
}
