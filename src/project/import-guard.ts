import type { ExceptHandler, ExprNode, WithItem } from "py-ast";

/** What stands between loading a file and one of its imports, from always carried out to never in the web process. */
export type Guard = "none" | "lazy" | "conditional" | "optional" | "main" | "typing";

const IMPORT_ERRORS = ["ImportError", "ModuleNotFoundError", "Exception", "BaseException"];
const RANK: readonly Guard[] = ["none", "lazy", "conditional", "optional", "main", "typing"];

/** The stronger of two guards. */
export function stronger(one: Guard, other: Guard): Guard {
  return RANK.indexOf(one) > RANK.indexOf(other) ? one : other;
}

/**
 * The guards that the condition of an `if` puts on its body and on its `else`. `isMain` says that Python is given the
 * file itself: then what stands under `__name__ == "__main__"` is run, and what stands under the opposite is not.
 */
export function guardsOfIf(
  test: ExprNode,
  isMain: boolean,
): { readonly body: Guard; readonly orelse: Guard } {
  const main = comparedWithMain(test);
  if (main !== undefined)
    return main === isMain ? { body: "none", orelse: "main" } : { body: "main", orelse: "none" };
  if (isTypeChecking(test)) return { body: "typing", orelse: "none" };
  const needsMain =
    test.nodeType === "BoolOp" &&
    test.op.nodeType === "And" &&
    test.values.some((part) => comparedWithMain(part));
  return { body: needsMain && !isMain ? "main" : "conditional", orelse: "conditional" };
}

/** Whether a comparison of `__name__` with `"__main__"` wants them to be equal; undefined for any other condition. */
function comparedWithMain(test: ExprNode): boolean | undefined {
  if (test.nodeType !== "Compare") return undefined;
  const sides = [test.left, ...test.comparators];
  const isName = sides.some((side) => side.nodeType === "Name" && side.id === "__name__");
  const isMain = sides.some((side) => side.nodeType === "Constant" && side.value === "__main__");
  const comparison = test.ops[0]?.nodeType;
  const isEither = comparison === "Eq" || comparison === "NotEq";
  return isName && isMain && isEither ? comparison === "Eq" : undefined;
}

function isTypeChecking(test: ExprNode): boolean {
  return (
    (test.nodeType === "Name" && test.id === "TYPE_CHECKING") ||
    (test.nodeType === "Attribute" && test.attr === "TYPE_CHECKING")
  );
}

/** The guard that its handlers put on the body of a `try`: a failed import that is caught may fail. */
export function guardOfTry(handlers: readonly ExceptHandler[]): Guard {
  return handlers.some(({ type }) => takesImportError(type)) ? "optional" : "none";
}

function takesImportError(type: ExprNode | undefined): boolean {
  if (!type) return true;
  if (type.nodeType === "Tuple") return type.elts.some(takesImportError);
  return type.nodeType === "Name" && IMPORT_ERRORS.includes(type.id);
}

/** The guard that a `with` puts on its body: `contextlib.suppress` catches a failed import. */
export function guardOfWith(items: readonly WithItem[]): Guard {
  return items.some(({ context_expr }) => isSuppress(context_expr)) ? "optional" : "none";
}

function isSuppress(context: ExprNode): boolean {
  if (context.nodeType !== "Call") return false;
  const { func } = context;
  return func.nodeType === "Name"
    ? func.id === "suppress"
    : func.nodeType === "Attribute" && func.attr === "suppress";
}
