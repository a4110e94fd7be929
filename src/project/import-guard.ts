import type { ExprNode } from "py-ast";

/** What stands between loading a file and one of its imports, from always carried out to never under gunicorn. */
export type Guard = "none" | "lazy" | "conditional" | "optional" | "main" | "typing";

const RANK: readonly Guard[] = ["none", "lazy", "conditional", "optional", "main", "typing"];

/** The stronger of two guards. */
export function stronger(one: Guard, other: Guard): Guard {
  return RANK.indexOf(one) > RANK.indexOf(other) ? one : other;
}

/** The guards that the condition of an `if` puts on its body and on its `else`. */
export function guardsOfIf(test: ExprNode): { readonly body: Guard; readonly orelse: Guard } {
  const main = comparedWithMain(test);
  if (main === "Eq") return { body: "main", orelse: "none" };
  if (main === "NotEq") return { body: "none", orelse: "main" };
  if (isTypeChecking(test)) return { body: "typing", orelse: "none" };
  if (
    test.nodeType === "BoolOp" &&
    test.op.nodeType === "And" &&
    test.values.some((part) => comparedWithMain(part) === "Eq")
  ) {
    return { body: "main", orelse: "conditional" };
  }
  return { body: "conditional", orelse: "conditional" };
}

function comparedWithMain(test: ExprNode): string | undefined {
  if (test.nodeType !== "Compare") return undefined;
  const sides = [test.left, ...test.comparators];
  const isName = sides.some((side) => side.nodeType === "Name" && side.id === "__name__");
  const isMain = sides.some((side) => side.nodeType === "Constant" && side.value === "__main__");
  return isName && isMain ? test.ops[0]?.nodeType : undefined;
}

function isTypeChecking(test: ExprNode): boolean {
  return (
    (test.nodeType === "Name" && test.id === "TYPE_CHECKING") ||
    (test.nodeType === "Attribute" && test.attr === "TYPE_CHECKING")
  );
}

/** Whether an `except` of this type (none is all) takes a failed import. */
export function takesImportError(type: ExprNode | undefined): boolean {
  if (!type) return true;
  if (type.nodeType === "Tuple") return type.elts.some(takesImportError);
  return (
    type.nodeType === "Name" &&
    ["ImportError", "ModuleNotFoundError", "Exception", "BaseException"].includes(type.id)
  );
}
