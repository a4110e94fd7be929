import { randomUUID } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { eachLine, LONGEST_LINE } from "../lines.ts";
import type { Platform } from "../platform.ts";
import type { Group } from "../processes.ts";
import type { App } from "../state/app.ts";
import type { Dyno, DynoState } from "../state/dyno.ts";
import { now } from "../state/now.ts";
import type { Slug } from "../state/slug.ts";
import { appFolderNamed } from "./app-folder.ts";
import { copyFolder } from "./copy-folder.ts";
import { dynoEnvironment } from "./environment.ts";
import { commandLine } from "./shell.ts";
import { writtenFiles } from "./written-files.ts";

export type NewDyno = Pick<Dyno, "name" | "type" | "scheduled" | "command" | "size" | "release"> &
  Partial<Pick<Dyno, "crashes">>;

/** Puts a dyno on the app's list, in state `starting`; its process comes later. */
export function addDyno(platform: Platform, app: App, wish: NewDyno): Dyno {
  const dyno: Dyno = {
    crashes: 0,
    ...wish,
    id: randomUUID(),
    createdAt: now(),
    updatedAt: now(),
    state: "starting",
    attachUrl: null,
    port: undefined,
    host: undefined,
    group: undefined,
    stopping: false,
    tellLoss: async () => undefined,
    async stop() {
      dyno.stopping = true;
      removeDyno(app, dyno);
      await dyno.tellLoss();
      const { killAfterMs } = platform.limits;
      if ((await dyno.group?.stop(killAfterMs)) !== "killed") return;
      const words = `At least one process failed to exit within ${Math.round(killAfterMs / 1000)} seconds of SIGTERM`;
      app.logs.add("heroku", dyno.name, `Error R12 (Exit timeout) -> ${words}`);
      app.logs.add("heroku", dyno.name, "Stopping remaining processes with SIGKILL");
    },
  };
  app.dynos.push(dyno);
  return dyno;
}

/** Takes a dyno off its app's list. It does not end it. */
export function removeDyno(app: App, dyno: Dyno): void {
  const index = app.dynos.indexOf(dyno);
  if (index >= 0) app.dynos.splice(index, 1);
}

/** Notes a new state, and writes it into the app's log as Heroku does. */
export function changeState(app: App, dyno: Dyno, state: DynoState | "complete"): void {
  app.logs.add("heroku", dyno.name, `State changed from ${dyno.state} to ${state}`);
  dyno.state = state === "complete" ? "down" : state;
  dyno.updatedAt = now();
}

/**
 * Starts the dyno's process in a fresh copy of the slug. The folder goes when the process does. Undefined when the
 * dyno was stopped meanwhile.
 */
export async function startProcess(
  platform: Platform,
  app: App,
  dyno: Dyno,
  slug: Slug,
  { env = {}, stdin = false }: { env?: Readonly<Record<string, string>>; stdin?: boolean } = {},
): Promise<Group | undefined> {
  // Short: programs put sockets into their home, and a socket has about 100 letters for its path.
  const folder = join(platform.folder, "d", dyno.id.slice(0, 8));
  const home = join(folder, "app");
  await mkdir(folder, { recursive: true });
  await copyFolder(slug.folder, home);
  const [program, ...args] = await commandLine(home, dyno.command);
  if (dyno.stopping) {
    await rm(folder, { recursive: true, force: true });
    return undefined;
  }
  for (const one of appFolderNamed(dyno.type, dyno.command, dyno.release.configVars)) platform.tell(one);
  const environment = dynoEnvironment(platform, app, dyno, slug, home);
  app.logs.add("heroku", dyno.name, `Starting process with command \`${dyno.command}\``);
  const group = platform.processes.start(program, args, {
    cwd: home,
    env: { ...environment, ...env },
    stdin,
    ownFolder: folder,
  });
  dyno.group = group;
  dyno.tellLoss = lossOf(platform, dyno, home);
  void group.ended
    .then(() => dyno.tellLoss())
    .then(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined));
  return group;
}

/** What tells, once, which files go with a dyno. */
function lossOf(platform: Platform, { name }: Dyno, home: string): () => Promise<void> {
  const started = Date.now();
  const look = async () => {
    const { files, databases } = await writtenFiles(home, started);
    if (files.length > 0) platform.tell({ kind: "lost", dyno: name, files, databases });
  };
  let told: Promise<void> | undefined;
  return () => {
    // The dyno may write and remove files meanwhile.
    told ??= look().catch(() => undefined);
    return told;
  };
}

/** Writes what a dyno prints into the app's log. */
export async function logOutput(app: App, dyno: Dyno, { child }: Group): Promise<void> {
  const add = (line: string) => app.logs.add("app", dyno.name, line);
  await eachLine([child.stdout, child.stderr], add, { longest: LONGEST_LINE });
}
