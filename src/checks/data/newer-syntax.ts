import type { ASTNodeUnion } from "py-ast";
import { usesNewFields } from "../new-f-strings.ts";

/** Syntax that older Pythons cannot read. */
export type NewerSyntax = {
  /** The first Python that reads it, as `major.minor`. */
  readonly since: string;
  /** A clause that `is` follows. */
  readonly what: string;
  /** What every text that has it matches, found faster than by walking its tree. */
  readonly hint: RegExp;
  /** Whether a node is it; `lines` are those of the file. */
  readonly is: (node: ASTNodeUnion, lines: readonly string[]) => boolean;
};

// From the "What's New" of each version of CPython; __tests__/checks/python-syntax.test.ts asks a real Python.
export const NEWER_SYNTAX: readonly NewerSyntax[] = [
  {
    since: "3.8",
    what: "An assignment within an expression (`:=`)",
    hint: /:=/,
    is: ({ nodeType }) => nodeType === "NamedExpr",
  },
  {
    since: "3.8",
    what: "A `/` among the parameters of a function",
    hint: /\//,
    is: (node) => node.nodeType === "Arguments" && node.posonlyargs.length > 0,
  },
  {
    since: "3.10",
    what: "`match`",
    hint: /\bmatch\b/,
    is: ({ nodeType }) => nodeType === "Match",
  },
  {
    since: "3.11",
    what: "`except*`",
    hint: /\bexcept[ \t]*\*/,
    is: ({ nodeType }) => nodeType === "TryStar",
  },
  {
    since: "3.11",
    what: "A `*` between square brackets or before the type of `*args`",
    hint: /\*/,
    is: (node) => node.nodeType === "Subscript" && hasStar(node.slice),
  },
  {
    since: "3.11",
    what: "A `*` between square brackets or before the type of `*args`",
    hint: /\*/,
    is: (node) => node.nodeType === "Arguments" && node.vararg?.annotation?.nodeType === "Starred",
  },
  {
    since: "3.12",
    what: "A list of type parameters (`def f[T](...)`, `class A[T]`)",
    hint: /\b(?:def|class)[ \t]+\w+[ \t]*\[/,
    is: (node) => "type_params" in node && (node.type_params ?? []).length > 0,
  },
  {
    since: "3.12",
    what: "A `type` statement",
    hint: /\btype[ \t]/,
    is: ({ nodeType }) => nodeType === "TypeAlias",
  },
  {
    since: "3.12",
    what: "An f-string with its own quotation mark, a backslash or a new line between the braces",
    hint: /[fF][rR]?["']/,
    is: (node, lines) => node.nodeType === "JoinedStr" && usesNewFields(node, lines),
  },
  {
    since: "3.13",
    what: "A type parameter with a default",
    hint: /=/,
    is: (node) => "default_value" in node && node.default_value !== undefined,
  },
  {
    since: "3.14",
    what: 'A t-string (`t"..."`)',
    hint: /\b(?:[tT][rR]?|[rR][tT])["']/,
    is: ({ nodeType }) => nodeType === "TemplateStr",
  },
];

function hasStar(slice: ASTNodeUnion): boolean {
  return (
    slice.nodeType === "Starred" ||
    (slice.nodeType === "Tuple" && slice.elts.some(({ nodeType }) => nodeType === "Starred"))
  );
}
