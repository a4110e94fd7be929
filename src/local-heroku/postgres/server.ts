import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { Failure } from "../../failure.ts";
import { freePort } from "../dynos/ports.ts";
import { firstReachable } from "./account.ts";
import { ADMIN, type ClusterOptions, clusterFiles, environment, makeCluster } from "./cluster.ts";
import { forgetClusters } from "./kept-cluster.ts";

const START_MS = 30_000;
const PORT_TRIES = 3;

/**
 * Fast shutdown, immediate shutdown, and the kernel's, with the time that each is given: whoever started us may not wait
 * for long, and then nobody stops the server (STOP_MS of rehearsal/start.ts).
 */
const STOP = [
  ["SIGINT", 2_000],
  ["SIGQUIT", 2_000],
  ["SIGKILL", 1_000],
] as const;

export type Server = {
  readonly port: number;
  /** The administrator's one connection. */
  readonly sql: postgres.Sql;
  /** Stops the server and removes its data. */
  stop(): Promise<void>;
};

/**
 * Makes a database cluster and starts its server on a free port of 127.0.0.1. Its data is a folder inside
 * `folder`, or in the system's temporary folder where the server's account cannot enter `folder`.
 * Throws Failure when it does not come up or the signal ends the wait; nothing is left behind then.
 */
export async function startServer(options: ClusterOptions): Promise<Server> {
  const place = await firstReachable([options.folder, tmpdir(), "/tmp"], options.account);
  if (!place) throw startFailed("no folder for its data can be entered by the user it runs as");
  return startIn(place, options);
}

async function startIn(place: string, options: ClusterOptions): Promise<Server> {
  const { cacheFolder, signal } = options;
  const home = await mkdtemp(join(place, "postgres-"));
  options.onFolder?.(home);
  let wasKept = false;
  try {
    const { password, unpacked } = await makeCluster(home, options);
    wasKept = unpacked;
    for (let tries = 1; ; tries++) {
      signal?.throwIfAborted();
      const port = await freePort();
      const { child, log } = spawnServer(home, port, options);
      const sql = connect(port, password);
      if (await accepts(sql, child, signal)) return { port, sql, stop: () => stop(child, home, sql) };
      await stop(child, undefined, sql);
      if (tries === PORT_TRIES) {
        throw Object.assign(startFailed("the server ended or did not accept connections"), { cause: log() });
      }
    }
  } catch (error) {
    await rm(home, { recursive: true, force: true });
    if (wasKept && cacheFolder !== undefined && !signal?.aborted) {
      // What was kept may be what is wrong.
      await forgetClusters(cacheFolder).catch(() => undefined);
      return startIn(place, { ...options, cacheFolder: undefined });
    }
    if (error instanceof Failure) throw error;
    throw Object.assign(startFailed("a database cluster could not be made"), { cause: error });
  }
}

function spawnServer(home: string, port: number, options: ClusterOptions) {
  const files = clusterFiles(home);
  const settings = {
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    hba_file: files.access,
    ssl: "on",
    ssl_cert_file: files.cert,
    ssl_key_file: files.key,
    fsync: "off",
    full_page_writes: "off",
    synchronous_commit: "off",
    max_wal_size: "32MB",
    shared_buffers: "16MB",
    // In files of the cluster, which go with it however the server ends.
    dynamic_shared_memory_type: "mmap",
  };
  const child = spawn(
    join(options.bin, "postgres"),
    ["-D", files.data, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])],
    // A process group of its own: Ctrl-C is for us to pass on, after the dynos that use the database have ended.
    {
      cwd: home,
      env: environment,
      ...options.account,
      detached: true,
      stdio: ["ignore", "ignore", "pipe"],
    },
  );
  let log = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    log = (log + text).slice(-4_000);
  });
  const killAtExit = () => child.kill("SIGQUIT");
  child.once("spawn", () => process.once("exit", killAtExit));
  child.once("exit", () => process.off("exit", killAtExit));
  child.once("error", (error) => {
    log = error.message;
  });
  return { child, log: () => log };
}

function connect(port: number, password: string): postgres.Sql {
  return postgres({
    host: "127.0.0.1",
    port,
    username: ADMIN,
    password,
    database: "postgres",
    max: 1,
    backoff: false,
    fetch_types: false,
    onnotice: () => {},
  });
}

/**
 * True as soon as the server took its first order, which keeps each role in its own database; false when it
 * ended (its port was taken meanwhile), the time is up, or nobody waits any more.
 */
async function accepts(sql: postgres.Sql, child: ChildProcess, signal?: AbortSignal): Promise<boolean> {
  const end = Date.now() + START_MS;
  while (isRunning(child) && Date.now() < end && !signal?.aborted) {
    try {
      await sql`REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC`;
      return isRunning(child);
    } catch {
      await sleep(20);
    }
  }
  return false;
}

async function stop(child: ChildProcess, home: string | undefined, sql: postgres.Sql): Promise<void> {
  await sql.end({ timeout: 1 });
  for (const [signal, ms] of STOP) {
    if (!isRunning(child)) break;
    const ended = once(child, "exit", { signal: AbortSignal.timeout(ms) });
    child.kill(signal);
    await ended.catch(() => {});
  }
  if (home) await rm(home, { recursive: true, force: true });
}

function isRunning(child: ChildProcess): boolean {
  return child.pid !== undefined && child.exitCode === null && child.signalCode === null;
}

function startFailed(reason: string): Failure {
  return new Failure("POSTGRES_START_FAILED", `PostgreSQL could not be started: ${reason}.`, {
    fix: "Check that there is room on the disk and that the programs `initdb` and `postgres` run on this machine.",
  });
}
