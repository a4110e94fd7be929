import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { makeCertificates } from "../../src/local-heroku/certificates.ts";
import { databaseAccount } from "../../src/local-heroku/postgres/account.ts";
import { findBinaries } from "../../src/local-heroku/postgres/binaries.ts";
import { packagedBinaries } from "../../src/local-heroku/postgres/packaged-binaries.ts";
import { type Postgres, startPostgres } from "../../src/local-heroku/postgres.ts";

let scratch: string;
let options: { folder: string; caFile: string; certFile: string; keyFile: string };

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), "postgres-test-"));
  await chmod(scratch, 0o711);
  options = { folder: join(scratch, "data"), ...(await makeCertificates(scratch)) };
  await mkdir(options.folder);
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

/** One query as a client of Heroku Postgres makes it: TLS, its certificate verified. */
async function query(url: string, text: string): Promise<unknown[]> {
  const ca = await readFile(options.caFile, "utf8");
  const sql = postgres(url, { max: 1, ssl: { ca, servername: "localhost" }, onnotice: () => {} });
  try {
    return [...(await sql.unsafe(text))];
  } finally {
    await sql.end();
  }
}

describe("a running server", () => {
  let server: Postgres;
  beforeAll(async () => {
    server = await startPostgres(options);
  });
  afterAll(() => server.stop());

  test("gives a URL of Heroku's shape, to a database that its role owns, over TLS", async () => {
    const { url } = await server.createDatabase();
    expect(url).toMatch(/^postgres:\/\/u[0-9a-f]{14}:p[0-9a-f]{64}@localhost:\d+\/d[0-9a-f]{14}$/);
    await query(
      url,
      "CREATE TABLE note (id serial PRIMARY KEY, body text); INSERT INTO note (body) VALUES ('É')",
    );
    expect(await query(url, "SELECT id, body FROM note WHERE body ILIKE 'é'")).toEqual([
      { id: 1, body: "É" },
    ]);
    expect(await query(url, "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")).toEqual([
      { ssl: true },
    ]);
    expect(
      await query(
        url,
        "SELECT rolsuper, rolcreatedb, rolcreaterole FROM pg_roles WHERE rolname = current_user",
      ),
    ).toEqual([{ rolsuper: false, rolcreatedb: false, rolcreaterole: false }]);
  });

  test("refuses a connection without TLS, or with a wrong password", async () => {
    const { url } = await server.createDatabase();
    const plain = postgres(url, { max: 1, ssl: false });
    await expect(plain`SELECT 1`).rejects.toThrow(/no encryption/);
    await plain.end();
    await expect(query(url.replace(/:p/, ":q"), "SELECT 1")).rejects.toThrow(
      /password authentication failed/,
    );
  });

  test("keeps databases apart", async () => {
    const [one, other] = await Promise.all([server.createDatabase(), server.createDatabase()]);
    const url = new URL(one.url);
    for (const database of [new URL(other.url).pathname, "/postgres", "/template1"]) {
      url.pathname = database;
      await expect(query(url.href, "SELECT 1")).rejects.toThrow(/permission denied for database/);
    }
  });

  test("drops a database that is in use, and its role", async () => {
    const database = await server.createDatabase();
    const ca = await readFile(options.caFile, "utf8");
    const open = postgres(database.url, { max: 1, ssl: { ca } });
    await open`SELECT 1`;
    await database.drop();
    await database.drop();
    await expect(query(database.url, "SELECT 1")).rejects.toThrow(/password authentication failed/);
    await open.end({ timeout: 0 });
  });
});

test("stop ends the server though a transaction is open, and leaves nothing", async () => {
  const server = await startPostgres(options);
  const { url } = await server.createDatabase();
  const client = postgres(url, { max: 1, ssl: { ca: await readFile(options.caFile, "utf8") } });
  const sleeping = client`SELECT pg_sleep(60)`.catch((error: Error) => error.message);
  const sleepers = "SELECT pid FROM pg_stat_activity WHERE query = 'SELECT pg_sleep(60)'";
  await expect.poll(() => query(url, sleepers)).toHaveLength(1);

  await server.stop();
  await server.stop();

  expect(await sleeping).toMatch(/terminating connection|CONNECTION_CLOSED/i);
  await client.end({ timeout: 0 });
  expect(await readdir(options.folder)).toEqual([]);
  await expect(query(url, "SELECT 1")).rejects.toThrow(/ECONNREFUSED/);
});

test("a certificate that is none fails the start and leaves nothing", async () => {
  const certFile = join(scratch, "broken.pem");
  await writeFile(certFile, "not a certificate");
  await expect(startPostgres({ ...options, certFile })).rejects.toMatchObject({
    code: "POSTGRES_START_FAILED",
    cause: expect.stringMatching(/could not load server certificate/),
  });
  expect(await readdir(options.folder)).toEqual([]);
});

test.for([
  ["no program", []],
  ["an initdb that fails", ["initdb"]],
] as const)("programs that do not work fail the start and leave nothing: %s", async ([, programs]) => {
  const bin = await mkdtemp(join(scratch, "bin-"));
  for (const program of programs) await symlink("/bin/false", join(bin, program));
  await expect(startPostgres({ ...options, bin })).rejects.toMatchObject({ code: "POSTGRES_START_FAILED" });
  expect(await readdir(options.folder)).toEqual([]);
});

test("a server that nobody waits for any more is given up, and leaves nothing", async () => {
  const bin = await mkdtemp(join(scratch, "bin-"));
  await chmod(bin, 0o755);
  await writeFile(join(bin, "initdb"), "#!/bin/sh\n", { mode: 0o755 });
  await writeFile(join(bin, "postgres"), "#!/bin/sh\nexec sleep 60\n", { mode: 0o755 });
  const signal = AbortSignal.timeout(200);
  await expect(startPostgres({ ...options, bin, signal })).rejects.toMatchObject({
    code: "POSTGRES_START_FAILED",
    cause: expect.objectContaining({ name: "TimeoutError" }),
  });
  expect(await readdir(options.folder)).toEqual([]);
});

test.runIf(process.getuid?.() === 0)(
  "root's closed folder is left alone: the data goes elsewhere",
  async () => {
    const folder = await mkdtemp(join(scratch, "closed-"));
    const told: string[] = [];
    const server = await startPostgres({ ...options, folder, onFolder: (place) => told.push(place) });
    expect(await readdir(folder)).toEqual([]);
    expect(await Promise.all(told.map((place) => readdir(place)))).toEqual([
      expect.arrayContaining(["data"]),
    ]);
    const { url } = await server.createDatabase();
    const [row] = await query(url, "SELECT current_setting('port') AS port");
    expect(row).toEqual({ port: new URL(url).port });
    await server.stop();
  },
);

describe("a kept cluster", async () => {
  const real = await findBinaries(await databaseAccount());

  /** The machine's programs, of which initdb writes down that it ran. */
  async function counted() {
    const [bin, cacheFolder] = [await mkdtemp(join(scratch, "bin-")), await mkdtemp(join(scratch, "cache-"))];
    const runs = join(scratch, `${basename(bin)}.runs`);
    await writeFile(runs, "");
    await chmod(runs, 0o666);
    await chmod(bin, 0o755);
    await symlink(join(real ?? "", "postgres"), join(bin, "postgres"));
    const script = `#!/bin/sh\necho ran >> '${runs}'\nexec '${real}/initdb' "$@"\n`;
    await writeFile(join(bin, "initdb"), script, { mode: 0o755 });
    const initdbs = async () => (await readFile(runs, "utf8")).split("ran").length - 1;
    return { bin, cacheFolder, initdbs };
  }

  async function selects(cluster: { bin: string; cacheFolder: string }) {
    const server = await startPostgres({ ...options, ...cluster });
    try {
      const { url } = await server.createDatabase();
      return await query(url, "SELECT 1 AS one");
    } finally {
      await server.stop();
    }
  }

  /** PG_VERSION in the archive, of each database too. */
  function otherVersion(whole: Buffer): Buffer {
    return Buffer.from(whole.toString("latin1").replaceAll(/(?<=\0)\d\d\n(?=\0)/g, "99\n"), "latin1");
  }

  test.runIf(real)("serves the next start, which makes none", async () => {
    const { initdbs, ...cluster } = await counted();
    expect(await selects(cluster)).toEqual([{ one: 1 }]);
    const [name = ""] = await readdir(join(cluster.cacheFolder, "postgres"));
    expect((await stat(join(cluster.cacheFolder, "postgres", name))).mode & 0o777).toBe(0o600);
    expect(await selects(cluster)).toEqual([{ one: 1 }]);
    expect(await initdbs()).toBe(1);
    expect(await readdir(options.folder)).toEqual([]);
  });

  test.runIf(real).for([
    ["is cut off", (whole: Buffer) => whole.subarray(0, 5_000_000)],
    ["is none", () => Buffer.from("no archive")],
    ["no server takes", otherVersion],
  ] as const)("is made again when it %s", async ([, broken]) => {
    const { initdbs, ...cluster } = await counted();
    await selects(cluster);
    const folder = join(cluster.cacheFolder, "postgres");
    const [name = ""] = await readdir(folder);
    await writeFile(join(folder, name), broken(await readFile(join(folder, name))));
    expect(await selects(cluster)).toEqual([{ one: 1 }]);
    expect(await initdbs()).toBe(2);
    expect(await readdir(options.folder)).toEqual([]);
  });
});

test("the programs of this machine are executables, not scripts around them", async ({ skip }) => {
  const bin = await findBinaries(await databaseAccount());
  if (!bin) return skip("no PostgreSQL on this machine");
  for (const program of ["initdb", "postgres"]) {
    const start = (await readFile(join(bin, program))).subarray(0, 4).toString("hex");
    expect(["7f454c46", "cffaedfe", "cafebabe"]).toContain(start);
  }
});

test("without PostgreSQL on the machine, npm's package serves", { timeout: 120_000 }, async () => {
  const bin = await packagedBinaries(await databaseAccount(), { cacheFolder: resolve(".cache") });
  const server = await startPostgres({ ...options, bin });
  const { url } = await server.createDatabase();
  expect(await query(url, "SELECT split_part(current_setting('server_version'), ' ', 1) AS version")).toEqual(
    [{ version: "18.4" }],
  );
  await server.stop();
  expect(await readdir(options.folder)).toEqual([]);
});

test("a fetch that nobody waits for any more is given up, and leaves nothing", async () => {
  const [programs, cacheFolder] = [
    await mkdtemp(join(scratch, "bin-")),
    await mkdtemp(join(scratch, "cache-")),
  ];
  await writeFile(join(programs, "npm"), "#!/bin/sh\nexec sleep 60\n", { mode: 0o755 });
  vi.stubEnv("PATH", `${programs}:${process.env.PATH}`);
  onTestFinished(() => void vi.unstubAllEnvs());
  const signal = AbortSignal.timeout(200);
  await expect(packagedBinaries(await databaseAccount(), { cacheFolder, signal })).rejects.toMatchObject({
    code: "POSTGRES_MISSING",
  });
  expect(await readdir(cacheFolder)).toEqual([]);
});
