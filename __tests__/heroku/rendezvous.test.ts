import { once } from "node:events";
import { mkdtemp, readFile, realpath, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer, getCACertificates, setDefaultCACertificates, type TLSSocket } from "node:tls";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { attachTo } from "../../src/heroku/rendezvous.ts";
import { type Certificates, makeCertificates } from "../../src/local-heroku/certificates.ts";

let folder: string;
let certificates: Certificates;
beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), "rendezvous-")));
  certificates = await makeCertificates(folder);
  setDefaultCACertificates([...getCACertificates("default"), await readFile(certificates.caFile, "utf8")]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A dyno's end of the line: does as told once the secret has come, and attaches a client of ours to itself. */
async function attached(
  dyno: (socket: TLSSocket, hello: string) => void,
  more: { idleMs?: number; signal?: AbortSignal; host?: string } = {},
) {
  const [cert, key] = await Promise.all([readFile(certificates.certFile), readFile(certificates.keyFile)]);
  const server = createServer({ cert, key }, (socket) => {
    socket.on("error", () => {});
    socket.once("data", (hello) => dyno(socket, hello.toString()));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  onTestFinished(() => void server.close());
  const chunks: Buffer[] = [];
  const end = await attachTo({
    url: `rendezvous://${more.host ?? "localhost"}:${(server.address() as AddressInfo).port}/a-secret?x=1`,
    trustedHost: "localhost",
    idleMs: more.idleMs ?? 5_000,
    signal: more.signal ?? new AbortController().signal,
    onData(chunk) {
      chunks.push(chunk);
      return chunk.includes("enough");
    },
  });
  return { end, output: Buffer.concat(chunks).toString() };
}

test.for<[string, readonly string[]]>([
  ["the greeting alone", ["rendezvous\r\n", "one\ntwo\n"]],
  ["all in one write", ["rendezvous\r\none\ntwo\n"]],
  ["a greeting in pieces", ["rendez", "vous\r", "\none\n", "two\n"]],
])("gives the output behind the greeting: %s", async ([, writes]) => {
  let hello = "";
  const { end, output } = await attached(async (socket, said) => {
    hello = said;
    for (const text of writes) {
      socket.write(text);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    socket.end();
  });
  expect([hello, end, output]).toEqual(["a-secret?x=1\r\n", "ended", "one\ntwo\n"]);
});

test("ends as soon as what came is enough, though the dyno's end stays open", async () => {
  const { end, output } = await attached((socket) => {
    socket.write("rendezvous\r\n");
    socket.write("one\nenough\n");
  });
  expect([end, output]).toEqual(["ended", "one\nenough\n"]);
});

test("ends when the line breaks, falls silent, or was never greeted", async () => {
  expect(
    await attached((socket) => {
      socket.write("rendezvous\r\nhalf", () => setTimeout(() => socket.destroy(), 20));
    }),
  ).toEqual({ end: "ended", output: "half" });
  expect((await attached((socket) => void socket.write("rendezvous\r\n"), { idleMs: 1_500 })).end).toBe(
    "silent",
  );
  expect((await attached((socket) => void socket.end())).end).toBe("never-attached");
});

test("a certificate for another name is no dyno", async () => {
  const { end } = await attached((socket) => void socket.end("rendezvous\r\nsecret output"), {
    host: "other.localhost",
  });
  expect(end).toBe("never-attached");
});

test("an abort ends it", async () => {
  const cancel = new AbortController();
  setTimeout(() => cancel.abort(new Error("cancelled")), 100);
  await expect(
    attached((socket) => void socket.write("rendezvous\r\n"), { signal: cancel.signal }),
  ).rejects.toThrow("cancelled");
});

test.for([
  "https://localhost/x",
  "rendezvous://localhost.evil.example:5000/x",
  "rendezvous://169.254.169.254:5000/x",
  "",
  "no address",
])("does not go to %s", async (url) => {
  const attach = attachTo({
    url,
    trustedHost: "localhost",
    idleMs: 1,
    signal: new AbortController().signal,
    onData: () => false,
  });
  await expect(attach).rejects.toMatchObject({ code: "RENDEZVOUS_ADDRESS" });
});
