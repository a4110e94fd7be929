import { describe, expect, test } from "vitest";
import * as apps from "./apps.ts";
import { ENVIRONMENT_NAMES } from "./environments.ts";
import { newApp, newDatabase, query, run, useDatabases } from "./fixture.ts";

useDatabases(ENVIRONMENT_NAMES);

describe.concurrent.each(ENVIRONMENT_NAMES)("%s", { timeout: 60_000 }, (python) => {
  describe.each(["PostgreSQL", "SQLite"] as const)("%s", (kind) => {
    const warnings = kind === "SQLite" ? ["sqlite"] : [];

    test.for([
      ["a module", apps.MODULE, "app:app"],
      ["a factory in a package", apps.FACTORY_PACKAGE, "shop:create_app()"],
      [
        "a factory with arguments",
        apps.FACTORY_WITH_ARGUMENTS,
        `shop.web:create_app('it\\'s "$HOME"', strict=True)`,
      ],
      ["an app inside middleware", apps.WRAPPED, "app"],
      ["plain SQLAlchemy", apps.PLAIN, "app:app"],
    ] as const)("creates the tables of %s", async ([, files, target]) => {
      const env = { DATABASE_URL: await newDatabase(kind) };
      const end = await run(files, { python, env, arguments: { target } });
      expect(end, end.text).toMatchObject({
        status: 0,
        result: {
          ok: true,
          created: ["author", "book"],
          existing: [],
          absent: [],
          missingColumns: [],
          warnings,
        },
      });
    });

    test("finds them there the second time", async () => {
      const home = await newApp(apps.MODULE);
      const env = { DATABASE_URL: await newDatabase(kind) };
      await run({}, { python, home, env });
      const { result, text } = await run({}, { python, home, env });
      expect(result, text).toMatchObject({ ok: true, created: [], existing: ["author", "book"] });
      const id = { name: "id", type: "INTEGER", primaryKey: true };
      const kindType = kind === "SQLite" ? "VARCHAR(5)" : "book_kind";
      expect(Object(result).schema, text).toEqual([
        {
          table: "author",
          columns: expect.arrayContaining([id, { name: "name", type: "VARCHAR(80)", primaryKey: false }]),
          foreignKeys: [],
        },
        {
          table: "book",
          columns: expect.arrayContaining([
            id,
            { name: "kind", type: kindType, primaryKey: false },
            { name: "author_id", type: "INTEGER", primaryKey: false },
          ]),
          foreignKeys: [{ columns: ["author_id"], target: "author", references: ["id"] }],
        },
      ]);
    });

    test("creates the tables of every bind", async () => {
      const env = { DATABASE_URL: await newDatabase(kind), STATS_URL: await newDatabase(kind) };
      const { result, text } = await run(apps.TWO_BINDS, { python, env });
      expect(result, text).toMatchObject({
        created: ["author", "book", "stats.author_visit"],
        existing: [],
        schema: [{ table: "author" }, { table: "book" }, { table: "stats.author_visit" }],
      });
    });

    test("upgrades with Flask-Migrate, once", async () => {
      const home = await newApp(apps.MIGRATED);
      const env = { DATABASE_URL: await newDatabase(kind) };
      const first = await run({}, { python, home, env, arguments: { mode: "migrate" } });
      expect(first, first.text).toMatchObject({
        status: 0,
        result: {
          created: ["alembic_version", "author"],
          existing: [],
          absent: ["book"],
          schema: [{ table: "author" }, { table: "alembic_version" }],
          warnings,
        },
      });
      const second = await run({}, { python, home, env, arguments: { mode: "migrate" } });
      expect(second.result, second.text).toMatchObject({
        created: [],
        existing: ["alembic_version", "author"],
      });
    });
  });

  test("says which columns the models have and the tables lack, and changes nothing", async () => {
    const url = await newDatabase();
    await query(url, "CREATE TABLE book (id serial PRIMARY KEY, author_id integer)");
    const { result, text } = await run(apps.MODULE, { python, env: { DATABASE_URL: url } });
    expect(result, text).toMatchObject({
      created: ["author"],
      existing: ["book"],
      missingColumns: [{ table: "book", column: "kind", ddl: "ALTER TABLE book ADD COLUMN kind book_kind" }],
    });
    expect(
      await query(url, "SELECT column_name FROM information_schema.columns WHERE table_name = 'book'"),
    ).toHaveLength(2);
  });

  test.for([
    ["postgres:// as it comes", (text: string) => text.replace(/\.replace\(.*\)/, ""), "postgres-scheme"],
    [
      "no such driver",
      (text: string) => text.replace('"postgresql://"', '"postgresql+pg8000://"'),
      "driver-missing",
    ],
    ["a failing import", (text: string) => `${text}\nraise RuntimeError("no")`, "import-failed"],
    ["a module that is not installed", (text: string) => `import celery\n${text}`, "module-missing"],
    [
      "a name that is not there",
      (text: string) =>
        text.replaceAll("app = ", "web = ").replaceAll("app.", "web.").replace("(app)", "(web)"),
      "attribute-missing",
    ],
    [
      "a variable that is not set",
      (text: string) => `${text}\nos.environ["SECRET_KEY"]`,
      "config-var-missing",
    ],
    [
      "a password that is wrong",
      (text: string) => text.replace(", 1)", ', 1).replace(":p", ":x")'),
      "database-login",
    ],
  ] as const)("%s has its own kind", async ([, edit, kind]) => {
    const { result, status, text } = await run({ "app.py": edit(apps.MODULE["app.py"] ?? "") }, { python });
    const module = kind === "module-missing" ? "celery" : null;
    expect(result, text).toMatchObject({ ok: false, kind, status: null, module, files: ["app.py"] });
    expect(status).toBe(3);
  });

  test("an app without a database is no failure", async () => {
    const { result } = await run(
      { "app.py": "from flask import Flask\napp = Flask(__name__)\n" },
      { python },
    );
    expect(result).toMatchObject({ ok: true, created: [], warnings: ["no-database"] });
  });
});
