import { attributeName, labelName, typeName } from "./diagram-names.ts";
import type { MissingColumn, TableShape, Tables } from "./report.ts";

/** More are drawn so small that nobody reads them. */
const MOST_TABLES = 40;
/** Mermaid draws nothing of a longer text (its setting maxTextSize). */
const MOST_CHARACTERS = 50_000;

/**
 * The tables as Mermaid's entity-relationship diagram: columns, keys, relations, and marked what the models want and the
 * database lacks. Undefined when there is nothing to draw or too much.
 */
export function schemaDiagram({ schema, missingColumns, absent }: Tables): string | undefined {
  const count = schema.length + absent.length;
  if (schema.length === 0 || count > MOST_TABLES) return undefined;
  // The names are foreign and may become equal when they are made safe: entities are known by a number.
  const ids = new Map(
    [...schema.map(({ table }) => table), ...absent].map((table, index) => [table, `t${index}`]),
  );
  const entity = (table: string, mark = "") => `  ${ids.get(table)}["${labelName(table)}${mark}"]`;

  const text = [
    "erDiagram",
    ...schema.flatMap((shape) => [
      `${entity(shape.table)} {`,
      ...attributes(shape),
      ...missingColumns.filter(({ table }) => table === shape.table).map(missing),
      "  }",
    ]),
    ...absent.map((table) => entity(table, " NOT IN THE DATABASE")),
    ...schema.flatMap((shape) => relations(shape, ids)),
  ].join("\n");
  return text.length <= MOST_CHARACTERS ? text : undefined;
}

function attributes({ columns, foreignKeys }: TableShape): string[] {
  const foreign = new Set(foreignKeys.flatMap((key) => key.columns));
  return columns.map(({ name, type, primaryKey }) => {
    const keys = [...(primaryKey ? ["PK"] : []), ...(foreign.has(name) ? ["FK"] : [])].join(", ");
    return `    ${typeName(type)} ${attributeName(name)} ${keys}`.trimEnd();
  });
}

function missing({ column }: MissingColumn): string {
  return `    MISSING ${attributeName(column)} "not in the database"`;
}

function relations({ table, foreignKeys }: TableShape, ids: ReadonlyMap<string, string>): string[] {
  return foreignKeys.flatMap(({ columns, target }) => {
    const [from, to] = [ids.get(table), ids.get(target)];
    return from && to ? [`  ${from} }o--|| ${to} : "${columns.map(labelName).join(", ")}"`] : [];
  });
}
