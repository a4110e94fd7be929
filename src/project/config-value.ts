import type { Call, ExprNode } from "py-ast";
import type { Code } from "./code-facts.ts";
import { dotted, textOf } from "./dotted.ts";

/** One of the things that a configuration value may be. */
export type Value =
  /** A config var. `rewritten` when something is done to it on the way, `scheme` what that puts in front. */
  | {
      readonly kind: "env";
      readonly name: string;
      readonly rewritten: boolean;
      readonly scheme: string | undefined;
    }
  /** A text of the code; when it is not complete, the rest comes from elsewhere. */
  | { readonly kind: "text"; readonly text: string; readonly complete: boolean }
  | { readonly kind: "none" | "unknown" };

const READS_ENVIRONMENT =
  /(?:^|\.)(?:environ\.get|environ\.pop|getenv|env|env\.\w+|config|get_env\w*|env_var)$/;
const KEEPS = /^(?:strip|rstrip|lstrip|lower|encode|decode)$/;
const DEEPEST = 12;
const MOST = 24;

/**
 * What an expression may give, without running it: `os.environ.get("A", "x")` is the config var A or the text x.
 * Names are followed to every value that the code gives them. What it cannot follow is `unknown`.
 */
export function valuesOf(node: ExprNode, file: string, code: Code): readonly Value[] {
  const values = evaluate(node, { file, code, seen: new Set() });
  return values.length > 0 ? values.slice(0, MOST) : UNKNOWN;
}

type Scope = { readonly file: string; readonly code: Code; readonly seen: ReadonlySet<ExprNode> };

const UNKNOWN: readonly Value[] = [{ kind: "unknown" }];

function evaluate(node: ExprNode | undefined, scope: Scope): readonly Value[] {
  if (!node || scope.seen.size > DEEPEST) return UNKNOWN;
  // A name that is given its own value again (`url = url.replace(...)`) adds nothing to what it may be.
  if (scope.seen.has(node)) return [];
  const inner = { ...scope, seen: new Set([...scope.seen, node]) };
  const values = (part: ExprNode | undefined) => evaluate(part, inner);
  switch (node.nodeType) {
    case "Constant": {
      const text = textOf(node);
      if (node.value === null) return [{ kind: "none" }];
      return text === undefined ? UNKNOWN : [{ kind: "text", text, complete: true }];
    }
    case "JoinedStr":
      return node.values
        .map((part) => values(part))
        .reduce(joined, [{ kind: "text", text: "", complete: true }]);
    case "FormattedValue":
      return values(node.value);
    case "BinOp":
      if (node.op.nodeType === "Add") return joined(values(node.left), values(node.right));
      return node.op.nodeType === "Mod" ? values(node.left).map(incomplete) : UNKNOWN;
    case "BoolOp":
      if (node.op.nodeType !== "Or") return values(node.values.at(-1));
      return node.values.flatMap(values).filter(({ kind }) => kind !== "none");
    case "IfExp":
      return [...values(node.body), ...values(node.orelse)];
    case "NamedExpr":
      return values(node.value);
    case "Subscript": {
      const name = textOf(node.slice);
      if (/(?:^|\.)environ$/.test(dotted(node.value) ?? "") && name !== undefined) return [env(name)];
      return node.slice.nodeType === "Slice" ? values(node.value).map((value) => rewritten(value)) : UNKNOWN;
    }
    case "Name":
    case "Attribute":
      return named(dotted(node), inner);
    case "Call":
      return called(node, inner);
    default:
      return UNKNOWN;
  }
}

function called(node: Call, scope: Scope): readonly Value[] {
  const { func, args, keywords } = node;
  const [first, second] = args;
  const name = dotted(func) ?? "";
  const variable = textOf(first);
  if (READS_ENVIRONMENT.test(name) && variable !== undefined && /^[A-Za-z]\w*$/.test(variable)) {
    const fallback = second ?? keywords.find(({ arg }) => arg === "default")?.value;
    const others = fallback ? evaluate(fallback, scope).filter(({ kind }) => kind !== "none") : [];
    return [env(variable), ...others];
  }
  if (/^(?:re\.)?sub$/.test(name))
    return evaluate(args[2], scope).map((value) => rewritten(value, textOf(second)));
  if (name === "str") return evaluate(first, scope);
  if (/(?:^|\.)make_url$/.test(name)) return evaluate(first, scope).map((value) => rewritten(value));
  if (func.nodeType === "Attribute") {
    const of = evaluate(func.value, scope);
    if (KEEPS.test(func.attr)) return of;
    if (func.attr === "format") return of.map(incomplete);
    if (func.attr === "replace") return of.map((value) => rewritten(value, textOf(second)));
    return of.map((value) => (value.kind === "env" ? rewritten(value) : { kind: "unknown" }));
  }
  const returned = func.nodeType === "Name" ? inFiles(scope.code.returned, func.id, scope.file) : [];
  return returned.length > 0
    ? returned.flatMap(([file, value]) => evaluate(value, { ...scope, file }))
    : UNKNOWN;
}

function named(name: string | undefined, scope: Scope): readonly Value[] {
  if (name === undefined) return UNKNOWN;
  const parts = name.split(".");
  const candidates = [parts.join("."), parts.slice(-2).join("."), parts.slice(-1).join(".")];
  for (const candidate of parts.length > 1 ? candidates : [name]) {
    const found = inFiles(scope.code.assigned, candidate, scope.file);
    if (found.length > 0) return found.flatMap(([file, value]) => evaluate(value, { ...scope, file }));
  }
  return UNKNOWN;
}

/** What a name stands for in this file or, when this file does not say, in all others. */
function inFiles(
  names: Code["assigned"],
  name: string,
  file: string,
): (readonly [file: string, value: ExprNode])[] {
  const here = names.get(file)?.get(name);
  if (here) return here.map((value) => [file, value] as const);
  return [...names].flatMap(([other, values]) =>
    (values.get(name) ?? []).map((value) => [other, value] as const),
  );
}

function env(name: string): Value {
  return { kind: "env", name, rewritten: false, scheme: undefined };
}

function rewritten(value: Value, scheme?: string): Value {
  if (value.kind === "env") return { ...value, rewritten: true, scheme: scheme ?? value.scheme };
  return value.kind === "text" ? value : { kind: "unknown" };
}

function incomplete(value: Value): Value {
  return value.kind === "text" ? { ...value, complete: false } : value;
}

/** Every combination of what may stand in front and what may follow. */
function joined(before: readonly Value[], after: readonly Value[]): readonly Value[] {
  return before
    .flatMap((left) =>
      after.map((right): Value => {
        if (left.kind !== "text")
          return left.kind === "env" ? { ...left, rewritten: true } : { kind: "unknown" };
        if (right.kind === "text" && left.complete) return { ...right, text: left.text + right.text };
        if (right.kind === "env" && (right.rewritten || left.text === ""))
          return left.text === "" ? right : { ...right, rewritten: true, scheme: left.text };
        return { ...left, complete: false };
      }),
    )
    .slice(0, MOST);
}
