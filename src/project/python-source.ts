import { type ExprNode, parse, type StmtNode, walk } from "py-ast";
import { type Binding, namesIn, type Parameters, parametersOf } from "./bindings.ts";
import { type Guard, guardOfTry, guardOfWith, guardsOfIf, stronger } from "./import-guard.ts";

export type Import = {
  /** Dotted, without the leading dots; empty for `from . import x`. */
  readonly module: string;
  /** What a `from` takes; empty for a plain `import`. */
  readonly names: readonly string[];
  /** Number of leading dots. */
  readonly level: number;
  readonly line: number;
  readonly guard: Guard;
};

/** The facts of one Python file that the checks need. */
export type PythonSource = {
  readonly names: ReadonlyMap<string, Binding>;
  readonly imports: readonly Import[];
  /** True when the module may have names that no statement shows: `import *`, `globals()`, `__getattr__`. */
  readonly hasUnseenNames: boolean;
  /** Whether Python is given the file itself, and runs it as `__main__`. */
  readonly isMain: boolean;
  /** The syntax tree, as CPython's `ast` shapes it (py-ast), for checks that look at statements and calls. */
  readonly body: readonly StmtNode[];
};

const HIDDEN_NAMES =
  /(?<![.\w])(?:globals|locals|vars|exec)[ \t]*\(|__getattr__|__dict__|sys[ \t]*\.[ \t]*modules/;

/**
 * Reads one Python file without running it. `unreadable` is no error of the file: the parser (py-ast 1.16) refuses
 * some valid Python, so only Python itself can say that a file does not parse. Never throws.
 */
export function readPythonSource(text: string, isMain = false): PythonSource | "unreadable" {
  try {
    const { body } = parse(parsedText(text));
    const reader = new SourceReader(isMain);
    reader.visit(body, "none", "module");
    const { names, imports, star } = reader;
    return { names, imports, hasUnseenNames: star || HIDDEN_NAMES.test(text), isMain, body };
  } catch {
    return "unreadable";
  }
}

/** The text that positions in the syntax tree belong to: py-ast trips over a byte order mark or a form feed at the start. */
export function parsedText(text: string): string {
  return text.replace(/^\uFEFF?\f*/, "");
}

type Scope = "module" | "class" | "function";

class SourceReader {
  readonly names = new Map<string, Binding>();
  readonly imports: Import[] = [];
  star = false;
  readonly #isMain: boolean;

  constructor(isMain: boolean) {
    this.#isMain = isMain;
  }

  visit(statements: readonly StmtNode[], guard: Guard, scope: Scope): void {
    for (const statement of statements) this.#visitOne(statement, guard, scope);
  }

  #visitOne(statement: StmtNode, guard: Guard, scope: Scope): void {
    const bind = (name: string, kind: Binding["kind"] = "value", parameters?: Parameters) => {
      if (scope === "module")
        this.#bind(name, { kind, line: statement.lineno, main: guard === "main", parameters });
    };
    const bindTargets = (target: ExprNode | undefined) => {
      for (const name of namesIn(target)) bind(name);
    };
    const inside = (body: readonly StmtNode[], more: Guard) => this.visit(body, stronger(guard, more), scope);

    switch (statement.nodeType) {
      case "Import":
        for (const { name, asname } of statement.names) {
          this.imports.push({ module: name, names: [], level: 0, line: statement.lineno, guard });
          bind(asname ?? name.split(".", 1)[0] ?? name, "import");
        }
        return;
      case "ImportFrom": {
        const { module = "", level = 0, lineno } = statement;
        this.imports.push({
          module,
          names: statement.names.map(({ name }) => name),
          level,
          line: lineno,
          guard,
        });
        for (const { name, asname } of statement.names) {
          if (name === "*" && scope === "module") this.star = true;
          bind(asname ?? name, "import");
        }
        return;
      }
      case "FunctionDef":
      case "AsyncFunctionDef":
        bind(
          statement.name,
          "function",
          statement.decorator_list.length === 0 ? parametersOf(statement.args) : undefined,
        );
        this.visit(statement.body, stronger(guard, "lazy"), "function");
        return;
      case "ClassDef":
        bind(statement.name, "class");
        this.visit(statement.body, guard, scope === "function" ? scope : "class");
        return;
      case "Global":
        // A function that says `global app` may give the module its app.
        for (const name of statement.names) this.#bindValue(name, statement.lineno);
        return;
      case "Assign":
        statement.targets.forEach(bindTargets);
        this.#bindWalrus(statement.value, scope);
        return;
      case "AnnAssign":
        if (statement.value) bindTargets(statement.target);
        return;
      case "AugAssign":
        bindTargets(statement.target);
        return;
      case "TypeAlias":
        bindTargets(statement.name);
        return;
      case "Expr":
        this.#bindWalrus(statement.value, scope);
        return;
      case "If": {
        const guards = guardsOfIf(statement.test, this.#isMain);
        this.#bindWalrus(statement.test, scope);
        inside(statement.body, guards.body);
        inside(statement.orelse, guards.orelse);
        return;
      }
      case "For":
      case "AsyncFor":
        bindTargets(statement.target);
        inside(statement.body, "conditional");
        inside(statement.orelse, "conditional");
        return;
      case "While":
        this.#bindWalrus(statement.test, scope);
        inside(statement.body, "conditional");
        inside(statement.orelse, "conditional");
        return;
      case "With":
      case "AsyncWith":
        for (const item of statement.items) bindTargets(item.optional_vars);
        inside(statement.body, guardOfWith(statement.items));
        return;
      case "Try":
      case "TryStar":
        inside(statement.body, guardOfTry(statement.handlers));
        for (const { name, body } of statement.handlers) {
          if (name) bind(name);
          inside(body, "conditional");
        }
        inside(statement.orelse, "conditional");
        inside(statement.finalbody, "none");
        return;
      case "Match":
        for (const { pattern, body } of statement.cases) {
          for (const node of walk(pattern))
            if ("name" in node && typeof node.name === "string") bind(node.name);
          inside(body, "conditional");
        }
        return;
      default:
        return;
    }
  }

  #bindWalrus(expression: ExprNode, scope: Scope): void {
    if (scope !== "module") return;
    for (const node of walk(expression)) {
      if (node.nodeType === "NamedExpr")
        for (const name of namesIn(node.target)) this.#bindValue(name, node.lineno);
    }
  }

  #bindValue(name: string, line: number): void {
    this.#bind(name, { kind: "value", line, main: false, parameters: undefined });
  }

  #bind(name: string, binding: Binding): void {
    const before = this.names.get(name);
    if (!before || before.main) this.names.set(name, binding);
    else if (!binding.main) this.names.set(name, { ...before, kind: "value", parameters: undefined });
  }
}
