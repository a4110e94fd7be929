import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { createServer, type TLSSocket } from "node:tls";
import type { Certificates } from "../certificates.ts";
import { listen } from "../listen.ts";
import type { Group } from "../processes.ts";
import { createStatusLineHold } from "./status-line.ts";

/** What is started when a client attaches, and what happens when none does. */
export type Appointment = {
  readonly start: () => Promise<Group | undefined>;
  readonly late: () => void;
};

export type Rendezvous = {
  /** Waits for a client and gives the address it has to come to. */
  expect(appointment: Appointment): string;
  close(): Promise<void>;
};

const END_OF_INPUT = 0x04;
/** The CLI writes its end of input right after the last output, and dies if the socket is closed by then. */
const LINGER_MS = 500;
const HANG_UP_AGAIN_MS = 10_000;
const MOST_UNSENT = 1024 * 1024;
/** A client that has said nothing for so long is not going to. */
const FIRST_LINE_LIMIT = 1024;

/**
 * Serves attached one-off dynos as Heroku does: TLS from the first byte, the client's secret in a line, the greeting
 * alone, then the dyno's standard streams. There is no pty: 0x04 is the end of input, lines end in a line feed.
 */
export async function startRendezvous(
  { cert, key }: Certificates,
  attachLimitMs: number,
): Promise<Rendezvous> {
  const appointments = new Map<string, { appointment: Appointment; timer: NodeJS.Timeout }>();
  const sockets = new Set<TLSSocket>();
  const server = createServer({ cert, key }, (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    socket.on("error", () => socket.destroy());
    void firstLine(socket).then(async (secret) => {
      const found = appointments.get(secret);
      if (!found) return void socket.destroy();
      appointments.delete(secret);
      clearTimeout(found.timer);
      await attach(socket, found.appointment);
    });
  });
  const port = await listen(server);
  return {
    expect(appointment) {
      const secret = randomBytes(16).toString("hex");
      const timer = setTimeout(() => {
        appointments.delete(secret);
        appointment.late();
      }, attachLimitMs);
      appointments.set(secret, { appointment, timer });
      return `rendezvous://localhost:${port}/${secret}`;
    },
    async close() {
      for (const { timer } of appointments.values()) clearTimeout(timer);
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** The secret that a client sends, empty when it sends none; what follows its line stays in the socket. */
function firstLine(socket: TLSSocket): Promise<string> {
  return new Promise((resolve) => {
    let seen = Buffer.alloc(0);
    const onData = (chunk: Buffer) => {
      seen = Buffer.concat([seen, chunk]);
      const end = seen.indexOf("\n");
      if (end < 0 && seen.length < FIRST_LINE_LIMIT) return;
      socket.off("data", onData);
      socket.pause();
      if (end >= 0) socket.unshift(seen.subarray(end + 1));
      resolve(seen.subarray(0, Math.max(end, 0)).toString().trim());
    };
    socket.on("data", onData);
    socket.once("close", () => resolve(""));
  });
}

async function attach(socket: TLSSocket, appointment: Appointment): Promise<void> {
  socket.write("rendezvous\r\n");
  const group = await appointment.start().catch(() => undefined);
  if (!group) return void socket.destroy();
  const inputEnded = readInput(socket, group);
  const hold = createStatusLineHold();
  const write = (pieces: readonly Buffer[]) => {
    for (const piece of pieces) if (!socket.destroyed) socket.write(piece);
  };
  const streams = [group.child.stdout, group.child.stderr];
  for (const stream of streams) {
    stream?.on("data", (chunk: Buffer) => {
      write(hold.push(chunk));
      // A client that does not keep up slows the process down; one that is gone does not.
      if (!socket.destroyed && socket.writableLength > MOST_UNSENT) stream.pause();
    });
  }
  const goOn = () => streams.map((stream) => stream?.resume());
  socket.on("drain", goOn).once("close", goOn);
  let over = false;
  const hangUp = () => {
    if (over) return;
    group.signal("SIGHUP");
    setTimeout(hangUp, HANG_UP_AGAIN_MS).unref();
  };
  socket.once("close", hangUp);
  await group.ended;
  over = true;
  write(hold.flush());
  await Promise.race([inputEnded, sleep(LINGER_MS)]);
  socket.end();
}

/** Passes on what the client types. Resolves when it has nothing more to say. */
function readInput(socket: TLSSocket, { child }: Group): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      child.stdin?.end();
      resolve();
    };
    socket.on("data", (chunk: Buffer) => {
      const end = chunk.indexOf(END_OF_INPUT);
      if (child.stdin?.writable) child.stdin.write(end < 0 ? chunk : chunk.subarray(0, end));
      if (end >= 0) finish();
    });
    socket.once("end", finish);
    socket.once("close", finish);
    socket.resume();
  });
}
