import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** A TCP proxy that a test breaks when it likes. */
export type CuttingProxy = {
  readonly port: number;
  /** Resets the client's side of every connection; the server's side stays open. */
  cut(): void;
  /** Lets no byte through any more, and closes nothing. */
  freeze(): void;
};

/** Starts a proxy in front of a port of this machine. `cutUpAt` resets a connection after so many bytes of the client. */
export async function cuttingProxy(
  target: number,
  cutUpAt = Number.POSITIVE_INFINITY,
): Promise<CuttingProxy> {
  const clients = new Set<Socket>();
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(target, "127.0.0.1");
    let sent = 0;
    clients.add(client);
    for (const socket of [client, upstream]) sockets.add(socket.on("error", () => {}));
    client.on("data", (chunk) => {
      sent += chunk.length;
      if (sent < cutUpAt) return void upstream.write(chunk);
      client.resetAndDestroy();
      upstream.resetAndDestroy();
    });
    upstream.on("data", (chunk) => client.write(chunk));
    client.on("end", () => upstream.end());
    upstream.on("end", () => client.end());
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The proxy has no port.");
  return {
    port: address.port,
    cut() {
      for (const client of clients) client.resetAndDestroy();
    },
    freeze() {
      for (const socket of sockets) socket.pause().removeAllListeners("data");
    },
  };
}
