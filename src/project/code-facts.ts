import type { Call, ClassDef, ExprNode } from "py-ast";

export type Where = {
  readonly file: string;
  /** Whether the web process loads the file: surely, perhaps, or not as far as can be seen. */
  readonly loaded: "surely" | "perhaps" | "no";
  /** `none` runs whenever its surroundings do; `main` never in the web process; `conditional` sometimes. */
  readonly guard: "none" | "conditional" | "main";
  /** The outermost function around it; undefined at import level. */
  readonly function: string | undefined;
  /** The dotted names of that function's decorators: `app.before_first_request`, `click.command()`. */
  readonly decorators: readonly string[];
  /** The innermost class around it, if no function is between. */
  readonly className: string | undefined;
  /** Whether a `with app.app_context()` is around it or a `push()` stands before it. */
  readonly inContext: boolean;
};

export type CallFact = {
  /** As written: `db.create_all`; empty when the called thing has no such name. */
  readonly name: string;
  readonly node: Call;
  readonly line: number;
  /** Whether it is a statement at the margin that has its line for itself. */
  readonly alone: boolean;
  readonly where: Where;
};

/** A value that is given to a configuration key. */
export type Setting = {
  readonly key: string;
  /** `app`: `app.config[...] =` and the like; `class` and `module`: only used when something loads it; `environ`. */
  readonly kind: "app" | "class" | "module" | "environ";
  readonly value: ExprNode;
  readonly line: number;
  readonly lastLine: number;
  /** The assignment that it is, when that has its lines for itself; undefined for an argument of a call. */
  readonly statement: { readonly column: number; readonly target: string } | undefined;
  readonly where: Where;
};

export type ClassFact = {
  readonly name: string;
  readonly bases: readonly string[];
  readonly node: ClassDef;
  readonly line: number;
  readonly where: Where;
};

/** What the checks need of the app's Python, from one walk over all its syntax trees. */
export type Code = {
  readonly calls: readonly CallFact[];
  readonly settings: readonly Setting[];
  readonly classes: readonly ClassFact[];
  /** Values by `file`, then by the name they are assigned to, wherever in the file that is. */
  readonly assigned: ReadonlyMap<string, ReadonlyMap<string, readonly ExprNode[]>>;
  /** What the functions of a file return, by `file`, then by name. */
  readonly returned: ReadonlyMap<string, ReadonlyMap<string, readonly ExprNode[]>>;
  /** Every short string of the loaded files. */
  readonly strings: ReadonlySet<string>;
  /** True when a file that may be loaded could not be read, so that what is not seen may still be there. */
  readonly hasUnreadable: boolean;
  /** Functions that surely run when the web process starts, as `file:name`. */
  readonly started: ReadonlySet<string>;
};
