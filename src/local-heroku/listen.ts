import type { Server } from "node:net";

/** Opens a server on 127.0.0.1 and gives its port; any free one when none is asked for. Rejects when it is taken. */
export async function listen(server: Server, port = 0): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  return typeof address === "object" && address ? address.port : port;
}
