import { readdir, readFile } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { describe, expect, test } from "vitest";
import { DYNO_FAILURES } from "../../src/dyno/failures.ts";
import { dynoProgram } from "../../src/dyno/program.ts";
import * as apps from "./apps.ts";
import { environment, NEWEST } from "./environments.ts";
import { newApp, newDatabase, query, run, tablesIn, useDatabases } from "./fixture.ts";
import { type Files, startDyno } from "./run-dyno.ts";

useDatabases([NEWEST]);

const MODULE = apps.MODULE["app.py"] ?? "";
const TABLES = [{ name: "author" }, { name: "book" }];

/** The module app with code before or behind it. */
function app(change: { before?: string; behind?: string; edit?: (text: string) => string }): Files {
  const text = change.edit ? change.edit(MODULE) : MODULE;
  return { "app.py": `${change.before ?? ""}\n${text}\n${change.behind ?? ""}\n` };
}

describe("at the same time", () => {
  test("five programs create every table once, and all succeed", async () => {
    const home = await newApp(apps.MODULE);
    const env = { DATABASE_URL: await newDatabase() };
    const ends = await Promise.all(Array.from({ length: 5 }, () => run({}, { home, env })));
    expect(ends.map(({ status }) => status)).toEqual([0, 0, 0, 0, 0]);
    const created = ends.flatMap(({ result }) => (result?.ok ? result.created : []));
    expect(created.sort()).toEqual(["author", "book"]);
  });

  test("apps that create their tables at import do not make each other fail", {
    timeout: 40_000,
  }, async () => {
    const home = await newApp(app({ behind: "with app.app_context():\n    db.create_all()" }));
    const env = { DATABASE_URL: await newDatabase() };
    const ends = await Promise.all(Array.from({ length: 4 }, () => run({}, { home, env })));
    expect(ends.map(({ status, text }) => [status, text.includes("Traceback") && status !== 0])).toEqual(
      Array(4).fill([0, false]),
    );
    expect(await tablesIn(env.DATABASE_URL)).toEqual(TABLES);
  });
});

test.for([
  [
    "that is over is forgotten",
    "not os.path.exists('seen')",
    { ok: true, created: [], existing: ["author"] },
  ],
  ["that never ends is told", "True", { ok: false, stage: "import", kind: "race" }],
] as const)("a race with a booting web dyno %s", async ([, condition, expected]) => {
  const behind = `
if ${condition}:
    open("seen", "w").close()
    with app.app_context():
        Author.__table__.create(db.session.connection(), checkfirst=True)
        db.session.commit()
        Author.__table__.create(db.session.connection())
Book.__table__.to_metadata(db.MetaData())
db.metadata.remove(Book.__table__)
`;
  const { result, text } = await run(app({ behind }));
  expect(result, text).toMatchObject(expected);
  expect(text).toContain("starting again");
});

test("a program that is killed between two tables leaves none", async () => {
  const behind = `
import time
from sqlalchemy import event

@event.listens_for(Author.__table__, "after_create")
def wait(*args, **kwargs):
    print("one table is there")
    time.sleep(60)
`;
  const url = await newDatabase();
  const dyno = await startDyno({
    bin: await environment(NEWEST),
    home: await newApp(app({ behind })),
    env: { DATABASE_URL: url },
  });
  await expect.poll(() => dyno.lines, { timeout: 15_000 }).toContain("one table is there");
  process.kill(-(dyno.child.pid ?? Number.NaN), "SIGKILL");

  expect(await dyno.ended).toMatchObject({ status: "unknown", result: undefined });
  expect(await tablesIn(url)).toEqual([]);
  expect(await run(apps.MODULE, { env: { DATABASE_URL: url } })).toMatchObject({ status: 0 });
  expect(await tablesIn(url)).toEqual(TABLES);
});

test("a table that fails takes the others with it", async () => {
  const behind = `
class Place(db.Model):
    __tablename__ = "place"
    id = db.Column(db.Integer, primary_key=True)
    name = db.Column(db.String, server_default=db.text("no_such_function()"))
`;
  const url = await newDatabase();
  const { result } = await run(app({ behind }), { env: { DATABASE_URL: url } });
  expect(result).toMatchObject({ ok: false, stage: "create", kind: "create-failed" });
  expect(await tablesIn(url)).toEqual([]);
});

describe("a database that does not accept connections", () => {
  test.for([
    ["the program", "", "The database does not accept connections yet."],
    [
      "an app that creates its tables at import",
      "with app.app_context():\n    db.create_all()",
      "It did not work this time (database-unreachable): starting again.",
    ],
  ] as const)("is waited for by %s", async ([, behind, said]) => {
    const database = await newDatabase();
    const url = new URL(database);
    const serverPort = Number(url.port);
    const proxy = createServer((socket) => {
      const upstream = connect(serverPort, "127.0.0.1");
      socket.pipe(upstream).pipe(socket);
      for (const end of [socket, upstream]) end.on("error", () => end.destroy());
    });
    await new Promise<void>((done) => proxy.listen(0, "127.0.0.1", done));
    const address = proxy.address();
    url.port = String(typeof address === "object" ? address?.port : 0);
    await new Promise((done) => proxy.close(done));

    const dyno = await startDyno({
      bin: await environment(NEWEST),
      home: await newApp(app({ behind })),
      env: { DATABASE_URL: url.href },
    });
    await expect.poll(() => dyno.lines, { timeout: 15_000 }).toContain(said);
    proxy.listen(Number(url.port), "127.0.0.1");
    expect(await dyno.ended).toMatchObject({ status: 0, result: { ok: true } });
    expect(await tablesIn(database)).toEqual(TABLES);
    proxy.close();
  });

  test("is given up after the time it was given", async () => {
    const env = { DATABASE_URL: "postgres://user:secret-word@127.0.0.1:9/db" };
    const { result, status, text } = await run(apps.MODULE, { env, arguments: { wait: 1 } });
    expect(result).toMatchObject({ ok: false, stage: "connect", kind: "database-unreachable" });
    expect(status).toBe(3);
    expect(text).not.toContain("secret-word");
  });
});

describe("what the app does to the process", () => {
  test.for([
    ["closes its standard output", "import os, sys\nsys.stdout.close()\nos.close(1)"],
    ["replaces its standard output", "import io, sys\nsys.stdout = io.StringIO()"],
    ["prints without a line end", "print('half a line', end='')"],
    ["prints many lines", "for i in range(20000): print('line', i)"],
    [
      "leaves a thread behind",
      "import threading, time\nthreading.Thread(target=time.sleep, args=(60,)).start()",
    ],
    ["asks for input", "import sys\nassert sys.stdin.read() == ''"],
    ["starts its server at import", "app.run(port=0)"],
    ["goes to another folder", "os.chdir('/')"],
    ["ends in an exit handler", "import atexit\natexit.register(os._exit, 9)"],
  ] as const)("an app that %s", async ([, behind]) => {
    const { result, status, text } = await run(app({ behind }));
    expect(result, text).toMatchObject({ ok: true, created: ["author", "book"] });
    expect(status).toBe(0);
  });

  test("finds nothing of ours in its environment", async () => {
    const { text } = await run(app({ behind: "print([n for n in os.environ if n.startswith('FHD')])" }));
    expect(text.split("\n")).toContain("[]");
  });

  test("may be killed: the status still arrives", async () => {
    const { result, status } = await run(app({ behind: "os.kill(os.getpid(), 9)" }));
    expect(result).toBeUndefined();
    expect(status).toBe(137);
  });
});

describe("every kind of failure at loading", () => {
  test.for([
    ["target-missing", apps.MODULE, "web:app"],
    ["target-missing", apps.MODULE, "app.py:app"],
    ["target-invalid", apps.MODULE, "app:app.wsgi_app"],
    ["target-invalid", apps.MODULE, "app:create(name)"],
    ["target-unknown", apps.MODULE, null],
    ["factory-not-called", apps.FACTORY_PACKAGE, "shop:create_app"],
    ["no-flask-app", { "app.py": "class App:\n    def __call__(self, *a): pass\napp = App()" }, "app:app"],
    ["app-exits", app({ before: "import sys; sys.exit('bye')" }), "app:app"],
    [
      "program-failed",
      app({ behind: "@app.teardown_appcontext\ndef teardown(error): raise ValueError(str(app.config))" }),
      "app:app",
    ],
    ["outside-app-context", app({ behind: "db.create_all()" }), "app:app"],
    ["database-url-missing", app({ edit: (text) => text.replace(/.*DATABASE_URI.*/, "") }), "app:app"],
    [
      "database-url-invalid",
      app({ edit: (text) => text.replace('"postgresql://"', '"postgresql//"') }),
      "app:app",
    ],
    [
      "bind-missing",
      { "app.py": (apps.TWO_BINDS["app.py"] ?? "").replace(/.*SQLALCHEMY_BINDS.*/, "") },
      "app:app",
    ],
    [
      "several-engines",
      { "app.py": `${apps.PLAIN["app.py"]}\nother = create_engine("sqlite://")` },
      "app:app",
    ],
    [
      "no-engine",
      { "app.py": (apps.PLAIN["app.py"] ?? "").replace(/engine = create.*/, "engine = None") },
      "app:app",
    ],
  ] as const)("%s", async ([kind, files, target]) => {
    const { result, status, text } = await run(files, { arguments: { target } });
    expect(result, text).toMatchObject({ ok: false, kind });
    expect(status).toBe(3);
    expect(text).not.toMatch(/p[0-9a-f]{64}/);
  });
});

describe("what the models want", () => {
  test("a schema of their own is named where it is not the default", async () => {
    const behind = `
class Old(db.Model):
    __tablename__ = "author"
    __table_args__ = {"schema": "archive"}
    id = db.Column(db.Integer, primary_key=True)
`;
    const url = await newDatabase();
    const home = await newApp(app({ behind }));
    const missing = await run({}, { home, env: { DATABASE_URL: url } });
    expect(missing.result, missing.text).toMatchObject({ ok: false, kind: "schema-missing" });
    await query(url, "CREATE SCHEMA archive");
    const { result } = await run({}, { home, env: { DATABASE_URL: url } });
    expect(result).toMatchObject({ created: ["archive.author", "author", "book"] });
  });

  test("a type that an extension would bring", async () => {
    const edit = (text: string) =>
      `from sqlalchemy.dialects.postgresql import CITEXT\n${text.replace("db.String(80)", "CITEXT")}`;
    const { result, text } = await run(app({ edit }));
    expect(result, text).toMatchObject({ ok: false, stage: "create", kind: "type-missing" });
  });

  test("a right that the role does not have", async () => {
    const url = await newDatabase();
    await query(url, "REVOKE CREATE ON SCHEMA public FROM PUBLIC, pg_database_owner");
    const { result, text } = await run(apps.MODULE, { env: { DATABASE_URL: url } });
    expect(result, text).toMatchObject({ ok: false, kind: "permission-denied" });
  });

  test("no table at all", async () => {
    const { result } = await run(app({ edit: (text) => text.slice(0, text.indexOf("class Author")) }));
    expect(result).toMatchObject({ ok: true, created: [], warnings: ["no-models"] });
  });

  test("more tables than one line holds", async () => {
    const behind =
      "for i in range(700): db.Table('t%04d_%s' % (i, 'x' * 40), db.metadata, db.Column('id', db.Integer))";
    const { result } = await run(app({ behind }));
    expect(result?.ok && result.created.length).toBe(702);
  });
});

describe("the user's own command", () => {
  const command = (text: string) => ({ arguments: { mode: "command", command: text } }) as const;

  test("runs in the dyno's home, and its tables are told", async () => {
    const files = {
      ...apps.MODULE,
      "make.py": "from app import *\nwith app.app_context(): Author.__table__.create(db.engine)",
    };
    const { result, status, text } = await run(
      files,
      command("python make.py && pwd && echo 'it''s' \"$HOME\""),
    );
    expect(result, text).toMatchObject({ ok: true, created: ["author"], absent: ["book"] });
    expect(status).toBe(0);
  });

  test.for([
    ["exit 7", 7],
    ["kill -9 $$", 137],
    ["kill -TERM $$", 143],
    ["exec false", 1],
    ["no-such-program", 127],
    ["if", 2],
    ["echo \"'$(exit 4)", 2],
  ] as const)("%s ends with its own status", async ([text, expected]) => {
    const { result, status } = await run(apps.MODULE, command(text));
    expect(result).toMatchObject({ ok: false, stage: "command", kind: "command-failed", status: expected });
    expect(status).toBe(expected);
  });

  test.for([
    ["the app cannot be loaded", app({ before: "raise RuntimeError('no')" })],
    [
      "its tables cannot be looked at",
      { "app.py": `${apps.PLAIN["app.py"]}\nother = create_engine("sqlite://")` },
    ],
    ["it is unknown which app to load", {}],
  ] as const)("runs though %s", async ([, files]) => {
    const { result, text } = await run(files, command("echo made"));
    expect(text.split("\n")).toContain("made");
    expect(result).toMatchObject({ ok: true, created: [], warnings: ["app-not-loaded"] });
  });
});

describe("migrations", () => {
  const migrate = { arguments: { mode: "migrate" } } as const;

  test("are refused where create_all made the tables before", async () => {
    const env = { DATABASE_URL: await newDatabase() };
    await run(apps.MODULE, { env });
    const { result } = await run(apps.MIGRATED, { ...migrate, env });
    expect(result).toMatchObject({ ok: false, kind: "tables-without-version", status: null });
  });

  test("run for an app inside middleware", async () => {
    const files = {
      ...apps.MIGRATED,
      "app.py": `${apps.MIGRATED["app.py"]}\nfrom werkzeug.middleware.proxy_fix import ProxyFix\nweb = ProxyFix(app)\n`,
    };
    const { result, text } = await run(files, { arguments: { mode: "migrate", target: "app:web" } });
    expect(result, text).toMatchObject({ ok: true, created: ["alembic_version", "author"] });
  });

  test.for([
    ["flask-migrate-missing", apps.MODULE, null],
    ["migrations-missing", { "app.py": apps.MIGRATED["app.py"] ?? "" }, null],
    [
      "migrate-failed",
      {
        ...apps.MIGRATED,
        "migrations/versions/0002_broken.py":
          "revision = '0002'\ndown_revision = '0001'\ndef upgrade():\n    raise RuntimeError('broken')",
      },
      1,
    ],
  ] as const)("%s", async ([kind, files, status]) => {
    const env = { DATABASE_URL: await newDatabase() };
    const end = await run(files, { ...migrate, env });
    expect(end.result, end.text).toMatchObject({ ok: false, stage: "migrate", kind, status });
    expect(end.status).toBe(status ?? 3);
    expect(await tablesIn(env.DATABASE_URL)).toEqual([]);
  });
});

test("an app in a folder is loaded from there, and the names are those of the dyno's home", async () => {
  const files = { "backend/app.py": `import settings\n${MODULE}`, "backend/settings.py": "", Procfile: "" };
  const { result } = await run(files, { arguments: { root: "backend" } });
  expect(result).toMatchObject({ ok: true, created: ["author", "book"], files: ["Procfile", "backend"] });
});

test("a plain POSIX shell will do", async () => {
  expect(await run(apps.MODULE, { shell: "sh" })).toMatchObject({ status: 0, result: { ok: true } });
});

describe("the program's text", () => {
  test("is ASCII, small enough for an environment, and leaves no kind without words", async () => {
    const text = await dynoProgram();
    expect(text).toMatch(/^[\n -~]*$/);
    expect(text.length).toBeLessThan(16_000);

    const folder = new URL("../../src/dyno/", import.meta.url);
    const sources = (await readdir(folder)).filter((name) => /(?<!boot)\.py$/.test(name));
    const code = (await Promise.all(sources.map((name) => readFile(new URL(name, folder), "utf8")))).join(
      "\n",
    );
    const kinds = Object.keys(DYNO_FAILURES);
    const stages = ["import", "database", "connect", "create", "inspect", "program"].map(
      (stage) => `${stage}-failed`,
    );
    for (const kind of kinds) {
      expect(code.includes(`"${kind}"`) || stages.includes(kind), `${kind} is never given`).toBe(true);
    }
    const given = [...code.matchAll(/Stop\("\w+", "([a-z-]+)"|": "([a-z-]+)",|, "([a-z-]+)"\),/g)];
    for (const [, ...groups] of given) {
      expect(kinds).toContain(groups.find((group) => group !== undefined));
    }
    expect(given.length).toBeGreaterThan(20);
  });
});
