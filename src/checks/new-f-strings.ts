import type { ExprNode } from "py-ast";

type JoinedStr = Extract<ExprNode, { nodeType: "JoinedStr" }>;

type Place = { readonly line: number; readonly column: number };
type Field = { readonly from: Place; readonly to: Place; readonly value: ExprNode };

/**
 * Whether what stands between the braces of an f-string is only read since Python 3.12 (PEP 701): its own quotation
 * mark, a backslash, or a new line where the string has only one. `lines` are those of the file.
 */
export function usesNewFields(node: JoinedStr, lines: readonly string[]): boolean {
  const fields = node.values.flatMap((value): Field[] => {
    if (value.nodeType !== "FormattedValue") return [];
    const from = { line: value.lineno, column: value.col_offset };
    const to = { line: value.end_lineno ?? value.lineno, column: value.end_col_offset ?? value.col_offset };
    return [{ from, to, value: value.value }];
  });
  return literalsOf(node, fields, lines).some(({ quote, field: { from, value } }) => {
    const end = { line: value.end_lineno ?? value.lineno, column: value.end_col_offset ?? value.col_offset };
    const expression = slice(lines, { line: from.line, column: from.column + 1 }, end);
    return (
      expression.includes(quote) ||
      expression.includes("\\") ||
      (quote.length === 1 && expression.includes("\n"))
    );
  });
}

/** The fields, each with the quotation mark of its string: several strings that follow each other are one node. */
function literalsOf(
  node: JoinedStr,
  fields: readonly Field[],
  lines: readonly string[],
): { readonly quote: string; readonly field: Field }[] {
  const starts = new Map(fields.map((field) => [`${field.from.line}:${field.from.column}`, field]));
  const found: { quote: string; field: Field }[] = [];
  const last = node.end_lineno ?? node.lineno;
  let quote = "";
  let { lineno: line, col_offset: column } = node;
  while (line < last || (line === last && column < (node.end_col_offset ?? 0))) {
    const text = lines[line - 1] ?? "";
    const field = starts.get(`${line}:${column}`);
    const mark = /["']/.test(text.charAt(column));
    if (column >= text.length || (quote === "" && text.charAt(column) === "#")) {
      line++;
      column = 0;
    } else if (quote !== "" && field) {
      found.push({ quote, field });
      ({ line, column } = field.to);
    } else if (quote !== "" && text.startsWith(quote, column)) {
      column += quote.length;
      quote = "";
    } else if (quote === "" && mark) {
      const one = text.charAt(column);
      quote = text.startsWith(one.repeat(3), column) ? one.repeat(3) : one;
      column += quote.length;
    } else {
      column += quote !== "" && text.charAt(column) === "\\" ? 2 : 1;
    }
  }
  return found;
}

function slice(lines: readonly string[], from: Place, to: Place): string {
  const text = lines.slice(from.line - 1, to.line).join("\n");
  const after = (lines[to.line - 1] ?? "").length - to.column;
  return text.slice(from.column, text.length - after);
}
