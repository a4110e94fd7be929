import { expect, test } from "vitest";
import { MODULE } from "./apps.ts";
import { NEWEST } from "./environments.ts";
import { newDatabase, query, run, useDatabases } from "./fixture.ts";

useDatabases([NEWEST]);

const APP = MODULE["app.py"] ?? "";

/** The schema that a run reports. */
async function schemaOf(app: string, DATABASE_URL: string) {
  const { result, text } = await run({ "app.py": app }, { env: { DATABASE_URL } });
  expect(result, text).toMatchObject({ ok: true });
  return result?.ok ? result.schema : [];
}

test.concurrent("the models' tables come first, with those of their schemas; others fill up to 60", {
  timeout: 60_000,
}, async () => {
  const url = await newDatabase();
  await query(
    url,
    `CREATE SCHEMA shop; ${Array.from({ length: 60 }, (_, number) => `CREATE TABLE a${number} (id integer);`).join("")}`,
  );
  const models = `
class Order(db.Model):
    __table_args__ = {"schema": "shop"}
    id = db.Column(db.Integer, primary_key=True)
    author_id = db.Column(db.Integer, db.ForeignKey("author.id"))
    place = db.Column(db.Integer, primary_key=True)
`;
  const schema = await schemaOf(APP + models, url);
  expect(schema).toHaveLength(60);
  expect(schema.slice(0, 4)).toMatchObject([
    { table: "author" },
    { table: "book" },
    {
      table: "shop.order",
      columns: [
        { name: "id", primaryKey: true },
        { name: "author_id", primaryKey: false },
        { name: "place", primaryKey: true },
      ],
      foreignKeys: [{ columns: ["author_id"], target: "author", references: ["id"] }],
    },
    { table: "a0" },
  ]);
});

test.concurrent("names and types of any kind arrive, and 100 columns of a table", {
  timeout: 60_000,
}, async () => {
  const url = await newDatabase();
  const name = `a"b\\c\u2028;' DROP é表\u{1f600}`;
  const columns = Array.from({ length: 101 }, (_, number) => `c${number} tsvector`).join(", ");
  await query(
    url,
    `CREATE DOMAIN odd AS integer; CREATE TABLE "${name.replaceAll('"', '""')}" ("${name.replaceAll('"', '""')}" odd, pt point);
     CREATE TABLE wide (${columns})`,
  );
  const schema = await schemaOf(APP, url);
  const odd = schema.find(({ table }) => table === name);
  expect(odd?.columns.map((column) => column.name)).toEqual([name, "pt"]);
  expect(schema.find(({ table }) => table === "wide")?.columns).toHaveLength(100);
});

test.concurrent("models of several MetaData in one database are told once", { timeout: 60_000 }, async () => {
  const app = `
import os
from flask import Flask
from sqlalchemy import Column, Integer, create_engine
from sqlalchemy.orm import declarative_base

One, Other = declarative_base(), declarative_base()
engine = create_engine(os.environ["DATABASE_URL"].replace("postgres://", "postgresql://", 1))
app = Flask(__name__)

class Author(One):
    __tablename__ = "author"
    id = Column(Integer, primary_key=True)

class Book(Other):
    __tablename__ = "book"
    id = Column(Integer, primary_key=True)
`;
  const schema = await schemaOf(app, await newDatabase());
  expect(schema.map(({ table }) => table).toSorted()).toEqual(["author", "book"]);
});

test.concurrent("a database that cannot be looked at has none, and that is no failure", {
  timeout: 60_000,
}, async () => {
  const broken = `
from sqlalchemy.engine.reflection import Inspector
def no(*_, **__):
    raise RuntimeError("no")
Inspector.get_pk_constraint = no
`;
  expect(await schemaOf(APP + broken, await newDatabase())).toEqual([]);
});
