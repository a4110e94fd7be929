import fc from "fast-check";
import type { TableShape, Tables } from "../../src/report/report.ts";
import { hostile } from "./markdown.ts";

/** What Mermaid's grammars and Mermaid itself give a meaning. */
const KEYWORDS = fc.constantFrom(
  "pk", "PK-1", "Fk(", "uk", "direction TB", "accTitle: x", "%%{init: {}}%%", "a~b~", "#quot;", "end", "subgraph", "style",
  "classDef", "title x", "one or more", "1.", "0", "", "ª", "表", "\u{1f600}", "section x", "click x call y()", "todayMarker off",
); // biome-ignore format: a list

/** Names of tables and columns that mean to be something else. */
const name = fc.oneof(hostile, KEYWORDS);
const columns = fc.array(fc.record({ name, type: name, primaryKey: fc.boolean() }), {
  minLength: 2,
  maxLength: 2,
});

/** A table whose name differs from the others' by its number, with a key to itself and one to nowhere. */
const table = (number: number) =>
  fc.tuple(name, columns, name).map(([name, columns, other]): TableShape => {
    const table = `${name} ${number}`;
    const key = (target: string) => ({
      columns: [columns[0]?.name ?? "", other],
      target,
      references: [other],
    });
    return { table, columns, foreignKeys: [key(table), key(`${other} 9`)] };
  });

/** Two tables of hostile names, the first with a column too few, and one that is absent. */
export const hostileTables: fc.Arbitrary<Tables> = fc
  .tuple(table(0), table(1), name, name)
  .map(([first, second, column, absent]) => ({
    created: [],
    existing: [],
    missingColumns: [{ table: first.table, column, ddl: column }],
    absent: [`${absent} 2`],
    schema: [first, second],
  }));
