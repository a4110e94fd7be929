import { createServer, type Socket } from "node:net";
import { resolve } from "node:path";
import { readFields } from "../http/fields.ts";
import { listen } from "../listen.ts";

/** One reference that a push moves. */
export type RefUpdate = { readonly before: string; readonly after: string; readonly ref: string };

/** What git tells its hooks about a push. */
export type HookCall = {
  readonly name: string;
  readonly updates: readonly RefUpdate[];
  /** Makes git see the objects of the push, which are in quarantine before it is accepted. */
  readonly env: Readonly<Record<string, string>>;
  /** Writes text that the user sees as `remote:` lines. */
  readonly write: (text: string) => void;
  /** Aborted when the hook was killed, because the client went away. */
  readonly signal: AbortSignal;
};

/** What happens at a hook; gives the hook's exit status. */
export type HookHandler = (call: HookCall) => Promise<number>;

/** Where the hooks of all repositories come to. */
export type HookServer = {
  readonly port: number;
  /** Hooks that know this id are handed to the handler, until the function it returns is called. */
  expect(push: string, repository: string, handler: HookHandler): () => void;
  close(): Promise<void>;
};

/** Starts the server on loopback. `log` is told what a handler throws. */
export async function startHookServer(log: (line: string) => void): Promise<HookServer> {
  const pushes = new Map<string, { repository: string; handler: HookHandler }>();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    const gone = new AbortController();
    socket.on("error", () => undefined);
    socket.once("close", () => {
      sockets.delete(socket);
      gone.abort();
    });
    void firstLine(socket).then(
      async (line) => {
        const call = readFields(line);
        const push = pushes.get(call.text("push") ?? "");
        if (!push) return socket.destroy();
        const status = await push
          .handler({
            name: call.text("name") ?? "",
            updates: readUpdates(call.text("updates") ?? ""),
            env: quarantine(push.repository, call.text("objects"), call.text("alternates")),
            write: (text) => socket.writable && socket.write(text.replaceAll("\0", "")),
            signal: gone.signal,
          })
          .catch((error) => {
            log(`A git hook failed: ${error instanceof Error ? error.stack : error}`);
            return 1;
          });
        return socket.end(`\0${status}`);
      },
      () => socket.destroy(),
    );
  });
  const port = await listen(server);
  return {
    port,
    expect(push, repository, handler) {
      pushes.set(push, { repository, handler });
      return () => pushes.delete(push);
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
}

function firstLine(socket: Socket): Promise<string> {
  return new Promise((done, fail) => {
    let seen = "";
    socket.setEncoding("utf8").on("data", (chunk) => {
      seen += chunk;
      if (seen.includes("\n")) done(seen);
    });
    socket.once("close", () => fail(new Error("The hook said nothing.")));
  });
}

function readUpdates(text: string): RefUpdate[] {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const [before = "", after = "", ...ref] = line.split(" ");
      return { before, after, ref: ref.join(" ") };
    });
}

/** Git names these folders as seen from the repository, where our own git commands need not run. */
function quarantine(repository: string, objects: string | undefined, alternates: string | undefined) {
  const env: Record<string, string> = {};
  if (objects !== undefined) env.GIT_OBJECT_DIRECTORY = resolve(repository, objects);
  if (alternates !== undefined) {
    const folders = alternates.split(":").map((folder) => resolve(repository, folder));
    env.GIT_ALTERNATE_OBJECT_DIRECTORIES = folders.join(":");
  }
  return env;
}
