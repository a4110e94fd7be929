import type { ExprNode } from "py-ast";

/** How an expression is written when it is a name with dots: `db.create_all`, `app.app_context().push`. */
export function dotted(node: ExprNode): string | undefined {
  if (node.nodeType === "Name") return node.id;
  if (node.nodeType === "Attribute") {
    const before = dotted(node.value);
    return before === undefined ? undefined : `${before}.${node.attr}`;
  }
  if (node.nodeType !== "Call") return undefined;
  const called = dotted(node.func);
  return called === undefined ? undefined : `${called}()`;
}

/** The text of a plain string; undefined for bytes and everything else. */
export function textOf(node: ExprNode | null | undefined): string | undefined {
  if (node?.nodeType !== "Constant" || /^["']*b|^rb|^br/i.test(node.quote_style ?? "")) return undefined;
  return typeof node.value === "string" ? node.value : undefined;
}
