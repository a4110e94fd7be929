import { once } from "node:events";
import { createServer } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { isLoopback, listeningOn, type Reach, reachOf } from "../../src/local-heroku/dynos/reach.ts";

const TABLE = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:1538 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1 1
   1: 00000000:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 2 1
   2: 0200007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 3 1
   3: 0100007F:1F90 0100007F:C350 01 00000000:00000000 00:00000000 00000000     0        0 4 1
`;

test("a table of sockets tells the addresses that a port is listened to on", () => {
  expect(listeningOn(8080, TABLE)).toEqual(["00000000", "0200007F"]);
  expect(listeningOn(5432, TABLE)).toEqual(["0100007F"]);
  expect(listeningOn(80, TABLE)).toEqual([]);
  expect(listeningOn(80, "")).toEqual([]);
});

test.for([
  ["127.0.0.1", "0100007F", true],
  ["127.1.2.3", "0302017F", true],
  ["::1", "00000000000000000000000001000000", true],
  ["::ffff:127.0.0.1", "0000000000000000FFFF00000100007F", true],
  ["0.0.0.0", "00000000", false],
  ["10.0.0.127", "7F00000A", false],
  ["::", "00000000000000000000000000000000", false],
] as const)("whether %s is for this machine alone", ([, address, expected]) => {
  expect(isLoopback(address)).toBe(expected);
});

test.runIf(process.platform === "linux").for<[string, Reach | undefined]>([
  ["127.0.0.1", "loopback"],
  ["127.0.0.2", { host: "127.0.0.2" }],
])("a process that listens on %s", async ([host, expected]) => {
  const server = createServer().listen(0, host);
  onTestFinished(() => void server.close());
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  expect(await reachOf(port)).toEqual(expected);
  server.close();
  await once(server, "close");
  expect(await reachOf(port)).toBeUndefined();
});
