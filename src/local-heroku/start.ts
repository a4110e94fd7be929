import { randomUUID } from "node:crypto";
import { mkdir, mkdtemp, realpath } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { basename, join } from "node:path";
import { findInterpreters } from "./build/interpreters.ts";
import { openVenvCache } from "./build/venv-cache.ts";
import { makeCertificates } from "./certificates.ts";
import { clientEnvironment } from "./client-environment.ts";
import { startRendezvous } from "./dynos/rendezvous.ts";
import { startHookServer } from "./git/hook-server.ts";
import { startGuardian } from "./guardian.ts";
import { startServer } from "./http/server.ts";
import { memoryFolder } from "./memory-folder.ts";
import type { LocalHerokuOptions, Scenario } from "./options.ts";
import type { Limits, Platform } from "./platform.ts";
import { startPostgres } from "./postgres.ts";
import { createProcesses } from "./processes.ts";
import { removeFolder } from "./remove-folder.ts";
import { createAccount } from "./state/account.ts";

/** A running local Heroku. */
export type LocalHeroku = {
  /** https://localhost:PORT */
  readonly url: string;
  readonly apiKey: string;
  /** The authority that every TLS connection here is to be checked against. */
  readonly caFile: string;
  /** What points the real CLI and git at it. */
  readonly env: Readonly<Record<string, string>>;
  /** What tests may change while it runs. */
  readonly scenario: Scenario;
  /** Ends every process, closes every port, removes every file. */
  stop(): Promise<void>;
};

const STOP_GRACE_MS = 2_000;

/** Starts a local Heroku on 127.0.0.1; PostgreSQL comes up in the background. Rejects when a port or a folder cannot be had. */
export async function startLocalHeroku(options: LocalHerokuOptions = {}): Promise<LocalHeroku> {
  const log = options.log ?? (() => undefined);
  const limits = limitsOf(options);
  const folder = await mkdtemp(join(await realpath(options.folder ?? tmpdir()), "heroku-"));
  const processes = createProcesses();
  const memory = await memoryFolder(basename(folder));
  const folders = memory === undefined ? [folder] : [folder, memory];
  const guardian = startGuardian(processes.mark);
  for (const path of folders) guardian.watch(path);
  const cleaning: (() => Promise<unknown>)[] = [
    guardian.dismiss,
    ...folders.map((path) => () => removeFolder(path)),
  ];
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= cleanUp(cleaning);
    return stopped;
  };
  try {
    const cacheFolder = options.cacheFolder ?? defaultCacheFolder();
    await Promise.all([openVenvCache(cacheFolder), mkdir(join(folder, "home"))]);
    const certificates = await makeCertificates(folder);
    const stopping = new AbortController();
    const postgres = startPostgres({
      ...certificates,
      folder: memory ?? folder,
      cacheFolder,
      onFolder: guardian.watch,
      signal: stopping.signal,
    });
    postgres.catch((error) => {
      // Of one that is broken off nobody wants to know.
      if (!stopping.signal.aborted)
        log(`PostgreSQL did not start: ${error instanceof Error ? error.message : error}`);
    });
    cleaning.push(() => {
      stopping.abort();
      return postgres.then((server) => server.stop()).catch(() => undefined);
    });
    const interpreters = findInterpreters({ processes, folder, python: options.python });
    interpreters.catch(() => undefined);
    const rendezvous = await startRendezvous(certificates, limits.attachLimitMs);
    cleaning.push(rendezvous.close);
    const hooks = await startHookServer(log);
    cleaning.push(hooks.close);
    const server = await startServer(certificates, options.port ?? 0);
    cleaning.push(server.close);
    const platform: Platform = {
      limits,
      scenario: options.scenario ?? {},
      interpreters,
      folder,
      cacheFolder,
      origin: `https://localhost:${server.port}`,
      apiKey: randomUUID(),
      certificates,
      account: createAccount(),
      processes,
      postgres,
      rendezvous,
      hooks,
      apps: new Map(),
      addons: new Map(),
      attachments: new Map(),
      logSessions: new Map(),
      outputs: new Map(),
      requests: { count: 0 },
      log,
      tell: options.tell ?? (() => undefined),
    };
    cleaning.push(() => endApps(platform));
    server.serve(platform);
    const { origin: url, apiKey, scenario } = platform;
    return { url, apiKey, caFile: certificates.caFile, env: clientEnvironment(platform), scenario, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function limitsOf(options: LocalHerokuOptions): Limits {
  return {
    slowProvisioningMs: options.slowProvisioningMs ?? 0,
    bootLimitMs: options.bootLimitMs ?? 60_000,
    queueLimitMs: options.queueLimitMs ?? 75_000,
    requestLimitMs: options.requestLimitMs ?? 30_000,
    coolOffMs: options.coolOffMs ?? 600_000,
    buildLimitMs: options.buildLimitMs ?? 900_000,
    slugLimitBytes: options.slugLimitBytes ?? 500 * 1024 * 1024,
    attachLimitMs: options.attachLimitMs ?? 30_000,
    releasePhaseLimitMs: options.releasePhaseLimitMs ?? 3_600_000,
    killAfterMs: options.killAfterMs ?? 30_000,
  };
}

function defaultCacheFolder(): string {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "local-heroku");
}

/** Ends the doors and the processes of every app; no new process can start from then on. */
async function endApps({ apps, processes }: Platform): Promise<void> {
  for (const app of apps.values()) {
    await app.router.close();
    for (const dyno of app.dynos) dyno.stopping = true;
    await Promise.all(app.dynos.map((dyno) => dyno.tellLoss()));
  }
  await processes.stopAll(STOP_GRACE_MS);
}

/** Undoes in reverse order; what fails does not keep the rest from being undone. */
async function cleanUp(cleaning: (() => Promise<unknown>)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const clean of cleaning.splice(0).reverse())
    await clean().catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw new AggregateError(failures, "The local Heroku did not stop cleanly.");
}
