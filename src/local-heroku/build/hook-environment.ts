import type { Build } from "../state/build.ts";

/**
 * What an app's build hooks see: what Heroku's build system and its Python buildpack set, and the config vars, which
 * give way to it. Of this machine there is PATH alone.
 */
export function hookEnvironment(
  { commit, stack }: Pick<Build, "commit" | "stack">,
  { folder, cache }: { readonly folder: string; readonly cache: string },
  vars: Readonly<Record<string, string>>,
): Record<string, string> {
  return {
    LANG: "en_US.UTF-8",
    ...vars,
    PATH: process.env.PATH ?? "",
    HOME: folder,
    BUILD_DIR: folder,
    CACHE_DIR: cache,
    STACK: stack,
    SOURCE_VERSION: commit,
    PYTHONUNBUFFERED: "1",
    PIP_DISABLE_PIP_VERSION_CHECK: "1",
  };
}
