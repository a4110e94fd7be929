import { join } from "node:path";
import { attachmentsOf, attachmentVars } from "../nouns/attachments-of.ts";
import type { Platform } from "../platform.ts";
import type { App } from "../state/app.ts";
import type { Dyno } from "../state/dyno.ts";
import type { Slug } from "../state/slug.ts";
import { GUNICORN_HOST } from "./reach.ts";

export const SYSTEM_PATH = "/usr/local/bin:/usr/bin:/bin";

/**
 * The environment of a dyno: what Heroku and its Python buildpack set, the release's config vars and the add-ons'.
 * Nothing of the machine's own environment comes in. What the buildpack sets as a default gives way to a config var.
 */
export function dynoEnvironment(
  platform: Platform,
  app: App,
  { name, port, release }: Dyno,
  slug: Slug,
  home: string,
): Record<string, string> {
  const defaults = {
    LANG: "C.UTF-8",
    PYTHONPATH: home,
    WEB_CONCURRENCY: "2",
    GUNICORN_CMD_ARGS: gunicornArguments(port, slug),
  };
  const fixed = {
    ...venvVariables(slug),
    HOME: home,
    DYNO: name,
    DYNO_RAM: "512",
    WEB_CONCURRENCY_SET_BY: "heroku/python",
    PYTHONUNBUFFERED: "true",
    FORWARDED_ALLOW_IPS: "*",
    ...(port === undefined ? {} : { PORT: String(port) }),
  };
  const addons = Object.fromEntries(attachmentsOf(platform, app).flatMap(attachmentVars));
  return { ...defaults, ...addons, ...Object.fromEntries(release.configVars), ...fixed };
}

/** PATH with the virtual environment first, and the folder of the interpreter's shared library if it has one. */
export function venvVariables({
  venv,
  libraryFolder,
}: Pick<Slug, "venv" | "libraryFolder">): Record<string, string> {
  return {
    PATH: `${join(venv, "bin")}:${SYSTEM_PATH}`,
    ...(libraryFolder === undefined ? {} : { LD_LIBRARY_PATH: libraryFolder }),
  };
}

/**
 * The buildpack's default, and for a gunicorn that would take its own default (0.0.0.0) the loopback address instead:
 * this is somebody's computer. Whoever binds in a configuration file is left alone, because these arguments would win.
 */
function gunicornArguments(port: number | undefined, { configuresGunicorn }: Slug): string {
  const log = "--access-logfile -";
  return port === undefined || configuresGunicorn ? log : `${log} --bind ${GUNICORN_HOST}:${port}`;
}
