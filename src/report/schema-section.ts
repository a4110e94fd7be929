import { codeBlock } from "./markdown.ts";
import type { Report } from "./report.ts";
import { schemaDiagram } from "./schema-diagram.ts";
import { counted } from "./words.ts";

/** A picture of the tables that are in the database; empty when they could not be looked at. */
export function schemaSection({ tables }: Report): string {
  if (tables === null || tables.schema.length === 0) return "";
  const diagram = schemaDiagram(tables);
  const count = counted(tables.schema.length, "table");
  return [
    "### The database now",
    diagram === undefined
      ? `${count} would be too much for a diagram: \`tables.schema\` in the JSON report has them.`
      : codeBlock(diagram, "mermaid"),
  ].join("\n\n");
}
