import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Failure } from "../failure.ts";
import type { Access } from "../heroku/heroku.ts";
import { rehearsalEnvironment } from "./environment.ts";
import { type Notice, parseExport, parseNotice } from "./notice.ts";

/** The local Heroku beside the bundle, or its source beside ours. */
const PROGRAM = import.meta.filename.endsWith(".ts")
  ? join(import.meta.dirname, "..", "local-heroku", "index.ts")
  : join(import.meta.dirname, "local-heroku", "index.js");
/**
 * A local Heroku is ready within a second, and gone within three. At the worst it gives its dynos six seconds
 * (start.ts, strays.ts) and PostgreSQL another six (postgres/server.ts).
 */
const READY_MS = 60_000;
const STOP_MS = 15_000;

export type RunningHeroku = {
  readonly access: Access;
  /** What it has told so far; complete once it has stopped. */
  readonly notices: readonly Notice[];
  /** Aborted, with a Failure, when it ends before it is stopped. */
  readonly ended: AbortSignal;
  /** Ends it and everything that it started. It also ends by itself when this process does. */
  stop(): Promise<void>;
};

/**
 * Starts the local Heroku as a process of its own and waits until it is ready. `onLine` gets what it logs.
 * Throws Failure LOCAL_HEROKU_FAILED, or the signal's reason.
 */
export async function startLocalHeroku(options: {
  readonly job: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  readonly onLine: (line: string) => void;
}): Promise<RunningHeroku> {
  const child = spawn(process.execPath, [PROGRAM, "--until-stdin-closes"], {
    cwd: "/",
    env: rehearsalEnvironment(options.job),
    stdio: ["pipe", "pipe", "pipe"],
  });
  const closed = once(child, "close").catch(() => undefined);
  child.stdin.on("error", () => undefined);
  createInterface({ input: child.stderr }).on("line", options.onLine);

  const ended = new AbortController();
  void closed.then(() => ended.abort(notRunning("ended before the rehearsal did")));
  const stop = async () => {
    child.stdin.end();
    const late = setTimeout(() => child.kill("SIGKILL"), STOP_MS);
    await closed;
    clearTimeout(late);
  };

  const exported = new Map<string, string>();
  const notices: Notice[] = [];
  const ready = Promise.withResolvers<void>();
  createInterface({ input: child.stdout }).on("line", (line) => {
    const notice = parseNotice(line);
    if (notice) notices.push(notice);
    const variable = parseExport(line);
    if (variable) exported.set(variable.name, variable.value);
    if (variable?.name === "HEROKU_API_KEY") ready.resolve();
  });

  const enough = AbortSignal.any([options.signal, ended.signal, AbortSignal.timeout(READY_MS)]);
  const giveUp = () => ready.reject(enough.reason);
  enough.addEventListener("abort", giveUp, { once: true });
  if (enough.aborted) giveUp();
  try {
    await ready.promise;
    return { access: accessOf(exported), notices, ended: ended.signal, stop };
  } catch (error) {
    await stop();
    options.signal.throwIfAborted();
    throw error instanceof Failure ? error : notRunning("did not start");
  } finally {
    enough.removeEventListener("abort", giveUp);
  }
}

function accessOf(exported: ReadonlyMap<string, string>): Access {
  const value = (name: string) => exported.get(name) ?? "";
  return {
    host: new URL(value("HEROKU_HOST")),
    apiKey: value("HEROKU_API_KEY"),
    caFile: value("GIT_SSL_CAINFO"),
  };
}

function notRunning(what: string): Failure {
  return new Failure("LOCAL_HEROKU_FAILED", `The local Heroku on this runner ${what}.`, {
    fix: "Its own words are in the log above. It needs a free port on 127.0.0.1, room in the temporary folder and some hundred megabytes of memory.",
  });
}
