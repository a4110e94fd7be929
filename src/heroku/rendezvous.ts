import { isIP } from "node:net";
import { connect, type TLSSocket } from "node:tls";
import { Failure } from "../failure.ts";
import { isOn } from "./heroku.ts";

const GREETING_LIMIT_MS = 60_000;

export type Rendezvous = {
  /** `rendezvous://host:port/secret`, as Heroku gave it. */
  readonly url: string;
  /** The dyno's address must be on this host or below it: the connection carries the dyno's input. */
  readonly trustedHost: string;
  /** No output for this long ends the connection, in ms. */
  readonly idleMs: number;
  readonly signal: AbortSignal;
  /** Called with the dyno's output, cut anywhere; true ends the connection, because nothing more is wanted. */
  readonly onData: (chunk: Buffer) => boolean;
};

/**
 * Whether the dyno was there, and whether it was we who gave up on its silence. That the connection ended says
 * nothing of its command: only an exit status does.
 */
export type RendezvousEnd = "ended" | "silent" | "never-attached";

/**
 * Attaches to a one-off dyno and reads its output until it ends or is enough: TLS from the first byte, the secret and CRLF
 * from us, one greeting line from Heroku, then the dyno's raw output (heroku/cli src/lib/run/dyno.ts).
 * Throws Failure (RENDEZVOUS_ADDRESS) for an address that is not Heroku's, the signal's reason on abort.
 */
export async function attachTo(options: Rendezvous): Promise<RendezvousEnd> {
  const { host, port, secret } = address(options.url, options.trustedHost);
  options.signal.throwIfAborted();
  const end = Promise.withResolvers<RendezvousEnd>();
  let greeting: Buffer | undefined = Buffer.alloc(0);
  const over = () => end.resolve(greeting === undefined ? "ended" : "never-attached");
  const take = (chunk: Buffer) => {
    if (options.onData(chunk)) over();
  };

  const socket: TLSSocket = connect({ host, port, ...(isIP(host) ? {} : { servername: host }) }, () =>
    socket.write(`${secret}\r\n`),
  );
  const stop = () => end.reject(options.signal.reason);
  options.signal.addEventListener("abort", stop, { once: true });
  const greetingDeadline = setTimeout(() => greeting !== undefined && over(), GREETING_LIMIT_MS);
  socket.setTimeout(options.idleMs, () => (greeting === undefined ? end.resolve("silent") : over()));
  socket.on("error", over);
  socket.on("close", over);
  socket.on("end", over);
  socket.on("data", (chunk: Buffer) => {
    if (greeting === undefined) return take(chunk);
    greeting = Buffer.concat([greeting, chunk]);
    const lineEnd = greeting.indexOf("\n");
    if (lineEnd === -1) return;
    const rest = greeting.subarray(lineEnd + 1);
    greeting = undefined;
    if (rest.length > 0) take(rest);
  });

  try {
    return await end.promise;
  } finally {
    clearTimeout(greetingDeadline);
    options.signal.removeEventListener("abort", stop);
    socket.destroy();
  }
}

function address(url: string, trustedHost: string): { host: string; port: number; secret: string } {
  const parts = URL.canParse(url) ? new URL(url) : undefined;
  if (parts?.protocol !== "rendezvous:" || !isOn(trustedHost, parts.hostname)) {
    throw new Failure(
      "RENDEZVOUS_ADDRESS",
      "Heroku named an address for the one-off dyno that this action does not trust.",
      {
        fix: "If the app runs on the fir generation, create its tables another way (`tables: off`). Otherwise please open an issue.",
        page: "steps/create-tables.md",
      },
    );
  }
  return {
    host: parts.hostname,
    port: Number(parts.port || 5000),
    secret: parts.pathname.slice(1) + parts.search,
  };
}
