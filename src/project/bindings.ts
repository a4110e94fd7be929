import type { Arguments, ExprNode } from "py-ast";

/** A name of a module. */
export type Binding = {
  readonly kind: "value" | "import" | "function" | "class";
  readonly line: number;
  /** Whether only `if __name__ == "__main__"` gives it. */
  readonly main: boolean;
  /** Of an undecorated function that no other statement gives the same name. */
  readonly parameters: Parameters | undefined;
};

/** How many arguments a function can be called with, by position. */
export type Parameters = { readonly required: number; readonly most: number };

/** The names that an assignment to this target gives. */
export function namesIn(target: ExprNode | undefined): string[] {
  if (target?.nodeType === "Name") return [target.id];
  if (target?.nodeType === "Starred") return namesIn(target.value);
  return target?.nodeType === "Tuple" || target?.nodeType === "List" ? target.elts.flatMap(namesIn) : [];
}

/** How a function with these parameters can be called. */
export function parametersOf({
  posonlyargs,
  args,
  defaults,
  vararg,
  kwonlyargs,
  kw_defaults,
}: Arguments): Parameters {
  const positional = posonlyargs.length + args.length;
  // A keyword-only parameter without a default cannot be met by position at all.
  const unmet = kwonlyargs.some((_, index) => !kw_defaults[index]);
  const most = vararg ? Number.POSITIVE_INFINITY : positional;
  return { required: unmet ? Number.POSITIVE_INFINITY : positional - defaults.length, most };
}
