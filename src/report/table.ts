import { cell } from "./markdown.ts";

/** Wider cells are not padded: one long text would push every line out of the window. */
const PADDED = 48;

/** A Markdown table that also reads well as plain text. The cells are Markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [head, ...rows].map((row) => row.map(cell));
  const widths = head.map((_, column) =>
    Math.max(3, ...cells.map((row) => width(row[column])).filter((size) => size <= PADDED)),
  );
  const line = (row: readonly string[]) =>
    `| ${row.map((text, column) => text + " ".repeat(Math.max(0, (widths[column] ?? 0) - width(text)))).join(" | ")} |`;
  const [first = [], ...rest] = cells;
  return [line(first), line(widths.map((size) => "-".repeat(size))), ...rest.map(line)].join("\n");
}

function width(text = ""): number {
  return [...text].length;
}
