import { randomUUID } from "node:crypto";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseProcfile } from "../../project/procfile.ts";
import { venvVariables } from "../dynos/environment.ts";
import { configVars } from "../nouns/config-vars.ts";
import type { Platform } from "../platform.ts";
import { removeFolder } from "../remove-folder.ts";
import type { App } from "../state/app.ts";
import type { Build } from "../state/build.ts";
import { now } from "../state/now.ts";
import type { Slug } from "../state/slug.ts";
import type { BuildContext } from "./build-context.ts";
import { BuildFailed } from "./build-failed.ts";
import { applySlugIgnore, checkOut, sayEmptySubmodules } from "./checkout.ts";
import { chooseInterpreter } from "./choose-interpreter.ts";
import { configuresGunicorn } from "./configures-gunicorn.ts";
import { detectPython } from "./detect.ts";
import { followHome } from "./editable.ts";
import { folderSize, megabytes } from "./folder-size.ts";
import { hookEnvironment } from "./hook-environment.ts";
import { programsAfter, WITHOUT_PIP } from "./hook-programs.ts";
import { installPackages } from "./install.ts";
import { sayNoCorpora } from "./nltk.ts";
import { findPackageManager } from "./package-manager.ts";
import { pipOf } from "./pip.ts";
import { type Hook, hasHook, runBuildHook } from "./run-hook.ts";
import { checkSlugSize } from "./slug-size.ts";
import { checkSource } from "./source-checks.ts";
import { installEnvironment } from "./tool-environment.ts";

/**
 * Turns a pushed commit into a slug, in the order and with the words of Heroku's Python buildpack.
 * Throws BuildFailed with the reason when the buildpack would refuse it; nothing is left then.
 */
export async function buildSlug(
  platform: Platform,
  app: App,
  build: Build,
  context: BuildContext,
): Promise<Slug> {
  const id = randomUUID();
  const folder = join(platform.folder, "slugs", id);
  const scratch = join(platform.folder, "b", id.slice(0, 8));
  const temporary = join(scratch, "tmp");
  await Promise.all([mkdir(folder, { recursive: true }), mkdir(temporary, { recursive: true })]);
  const limit = AbortSignal.timeout(platform.limits.buildLimitMs);
  const signal = AbortSignal.any([context.signal, limit]);
  try {
    return await compile(platform, app, build, { ...context, signal }, { id, folder, scratch, temporary });
  } catch (error) {
    await removed(folder);
    throw limit.aborted ? new BuildFailed(tooSlow(platform)) : error;
  } finally {
    await removed(scratch);
  }
}

/** Does not decide what a build comes to: what is left goes with the platform's own folder. */
function removed(folder: string): Promise<void> {
  return removeFolder(folder).catch(() => undefined);
}

function tooSlow({ limits }: Platform): string[] {
  const minutes = Math.round(limits.buildLimitMs / 60_000);
  return [
    `Timed out compiling Python app (${minutes} minutes).`,
    "See https://devcenter.heroku.com/articles/slug-compiler#time-limit",
  ];
}

type Work = {
  readonly id: string;
  /** Becomes the slug's. */
  readonly folder: string;
  /** Goes when the build ends, and with it `temporary`, which is in it. */
  readonly scratch: string;
  readonly temporary: string;
};

async function compile(
  platform: Platform,
  app: App,
  { commit, stack }: Build,
  context: BuildContext,
  { id, folder, scratch, temporary }: Work,
): Promise<Slug> {
  const { line } = context;
  const source = await checkOut(platform, app, commit, folder, context.env);
  line(`Updated ${source.files} paths from ${commit.slice(0, 7)}`);
  sayEmptySubmodules(platform, source, line);
  line("Compressing source files... done.");
  line("Building source:");
  line();
  line(`-----> Building on the ${stack.replace("heroku", "Heroku")} stack`);
  await applySlugIgnore(platform, app, source, folder, context);
  line("-----> Using buildpack: heroku/python");
  await detectPython(folder);
  line("-----> Python app detected");
  const vars = Object.fromEntries(configVars(platform, app));
  const cache = join(platform.folder, "cache", app.id);
  await mkdir(cache, { recursive: true });
  const env = hookEnvironment({ commit, stack }, { folder, cache, temporary }, vars);
  const before: Hook = { name: "pre_compile", folder, scratch, env, programs: WITHOUT_PIP };
  await runBuildHook(platform, before, context);
  await checkSource(folder);
  const manager = await findPackageManager(folder);
  const last = [...app.slugs.values()].at(-1)?.python;
  const { interpreter, major } = await chooseInterpreter(platform, { folder, manager, last }, line);
  const tools = installEnvironment({ manager, extraIndexUrl: vars.PIP_EXTRA_INDEX_URL, temporary });
  const alone = await hasHook({ name: "post_compile", folder });
  const { venv, size: venvSize } = await installPackages(platform, {
    folder,
    manager,
    interpreter,
    python: major,
    tools,
    alone,
    commit,
    ...context,
  });
  await sayNoCorpora(platform, { folder, venv }, line);
  const libraryFolder = interpreter.library;
  const runtime = { ...env, ...venvVariables({ venv, libraryFolder }) };
  const { words } = await pipOf(platform, interpreter);
  const programs = programsAfter(manager, venv, words(venv), { tools, vars });
  await runBuildHook(platform, { name: "post_compile", folder, scratch, env: runtime, programs }, context);
  await followHome(venv, folder);
  const processTypes = await readProcessTypes(folder);
  line("-----> Discovering process types");
  line(`       Procfile declares types -> ${[...processTypes.keys()].join(", ") || "(none)"}`);
  line();
  line("-----> Compressing...");
  const size = (venvSize ?? (await folderSize(venv))) + (await folderSize(folder));
  await checkSlugSize(platform, size, [folder, venv], context);
  line(`       Done: ${megabytes(size)}`);
  return {
    id,
    commit,
    commitDescription: source.description,
    folder,
    venv,
    libraryFolder,
    python: major,
    processTypes,
    configuresGunicorn: await configuresGunicorn(folder, processTypes.get("web")),
    stack,
    size,
    createdAt: now(),
  };
}

async function readProcessTypes(folder: string): Promise<Map<string, string>> {
  const text = await readFile(join(folder, "Procfile"), "utf8").catch(() => "");
  return new Map([...parseProcfile(text).processes.values()].map(({ name, command }) => [name, command]));
}
