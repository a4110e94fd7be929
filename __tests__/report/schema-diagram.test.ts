import fc from "fast-check";
import { expect, test } from "vitest";
import type { TableShape, Tables } from "../../src/report/report.ts";
import { schemaDiagram } from "../../src/report/schema-diagram.ts";
import { hostileTables } from "../support/hostile-tables.ts";
import { parseErDiagram } from "../support/mermaid-grammar.ts";

const NONE: Tables = { created: [], existing: [], missingColumns: [], absent: [], schema: [] };

function table(name: string, parts: Partial<TableShape> = {}): TableShape {
  return {
    table: name,
    columns: [{ name: "id", type: "INTEGER", primaryKey: true }],
    foreignKeys: [],
    ...parts,
  };
}

test("columns, keys, relations, and what is missing", () => {
  const book = table("shop.book", {
    columns: [
      { name: "author_id", type: "INTEGER", primaryKey: true },
      { name: "price", type: "NUMERIC(10, 2)", primaryKey: false },
      { name: "sold at", type: "TIMESTAMP WITHOUT TIME ZONE", primaryKey: false },
    ],
    foreignKeys: [
      { columns: ["author_id"], target: "author", references: ["id"] },
      { columns: ["price"], target: "elsewhere", references: ["id"] },
    ],
  });
  const text = schemaDiagram({
    ...NONE,
    schema: [table("author"), book],
    missingColumns: [{ table: "shop.book", column: "isbn", ddl: "ALTER TABLE ..." }],
    absent: ["reader"],
  });
  expect(text).toBe(`erDiagram
  t0["author"] {
    INTEGER id PK
  }
  t1["shop.book"] {
    INTEGER author_id PK, FK
    NUMERIC(10_2) price FK
    TIMESTAMP_WITHOUT_TIME_ZONE sold_at
    MISSING isbn "not in the database"
  }
  t2["reader NOT IN THE DATABASE"]
  t1 }o--|| t0 : "author_id"`);
});

test("whatever the names, the same diagram", () => {
  fc.assert(
    fc.property(hostileTables, (tables) => {
      expect(parseErDiagram(schemaDiagram(tables) ?? "")).toEqual({
        entities: new Map([
          ["t0", 3],
          ["t1", 2],
          ["t2", 0],
        ]),
        relations: ["t0 t0", "t1 t1"],
      });
    }),
    { numRuns: 1_000, seed: 20261123 },
  );
});

test("nothing to draw, or too much of it, is no diagram", () => {
  const schema = Array.from({ length: 40 }, (_, index) => table(`t${index}`));
  const columns = Array.from({ length: 100 }, (_, index) => ({
    name: `a_rather_long_name_${index}`,
    type: "TEXT",
    primaryKey: false,
  }));
  expect(schemaDiagram(NONE)).toBeUndefined();
  expect(schemaDiagram({ ...NONE, schema })).toBeDefined();
  expect(schemaDiagram({ ...NONE, schema, absent: ["one more"] })).toBeUndefined();
  expect(schemaDiagram({ ...NONE, schema: schema.map((one) => ({ ...one, columns })) })).toBeUndefined();
});
