import { type Call, type ExprNode, type StmtNode, unparse } from "py-ast";
import type { CallFact, ClassFact, Setting, Where } from "./code-facts.ts";
import { dotted } from "./dotted.ts";
import { givenByAssignment, givenByCall } from "./given-settings.ts";
import { guardOfTry, guardOfWith, guardsOfIf } from "./import-guard.ts";
import type { PythonSource } from "./python-source.ts";

const LONGEST_STRING = 200;
const CONTEXT = /\.(?:app_context|test_request_context|request_context)\(\)$/;

/** Walks syntax trees once and keeps what the checks need. */
export class CodeReader {
  readonly calls: CallFact[] = [];
  readonly settings: Setting[] = [];
  readonly classes: ClassFact[] = [];
  readonly assigned = new Map<string, Map<string, ExprNode[]>>();
  readonly returned = new Map<string, Map<string, ExprNode[]>>();
  readonly strings = new Set<string>();
  /** How many statements begin on a line of this file. */
  readonly #starts = new Map<number, number>();
  #pushed = false;
  /** Whether a return stands before in this function: under a condition, or what follows would not be there. */
  #returned = false;
  #isMain = false;

  read(file: string, loaded: Where["loaded"], { body, isMain }: Pick<PythonSource, "body" | "isMain">): void {
    this.#pushed = false;
    this.#returned = false;
    this.#isMain = isMain;
    const top = { function: undefined, className: undefined, decorators: [], inContext: false } as const;
    this.#starts.clear();
    const before = this.settings.length;
    const callsBefore = this.calls.length;
    this.#statements(body, { file, loaded, guard: "none", ...top });
    for (const setting of this.settings.splice(before)) this.settings.push(this.#withOwnLines(setting));
    for (const call of this.calls.splice(callsBefore)) {
      const { col_offset, end_lineno } = call.node;
      const alone = col_offset === 0 && this.#starts.get(call.line) === 1 && end_lineno === call.line;
      this.calls.push({ ...call, alone });
    }
  }

  #withOwnLines(setting: Setting): Setting {
    const { line, lastLine, statement } = setting;
    const isAlone =
      statement && this.#starts.get(line) === 1 && (line === lastLine || !this.#starts.has(lastLine));
    return isAlone ? setting : { ...setting, statement: undefined };
  }

  #statements(body: readonly StmtNode[], where: Where): void {
    for (const statement of body) this.#statement(statement, where);
  }

  #statement(statement: StmtNode, around: Where): void {
    this.#starts.set(statement.lineno, (this.#starts.get(statement.lineno) ?? 0) + 1);
    const where = {
      ...around,
      guard: this.#returned ? weaker(around.guard, "conditional") : around.guard,
      inContext: around.inContext || this.#pushed,
    };
    const under = (guard: string): Where => ({ ...where, guard: weaker(where.guard, guard) });
    switch (statement.nodeType) {
      case "FunctionDef":
      case "AsyncFunctionDef": {
        const { name, body, decorator_list } = statement;
        this.#expressions(decorator_list, where);
        const decorators = decorator_list.map((decorator) => dotted(decorator) ?? "");
        const outer = where.function === undefined ? { function: name, decorators } : {};
        // A nested function runs some other time, if at all.
        const guard = where.function === undefined ? "none" : "conditional";
        const [pushed, returned] = [this.#pushed, this.#returned];
        this.#returned = false;
        this.#statements(body, {
          ...where,
          ...outer,
          guard: weaker(where.guard, guard),
          className: undefined,
          inContext: false,
        });
        this.#pushed = pushed;
        this.#returned = returned;
        return;
      }
      case "ClassDef": {
        const { name, bases, body, lineno: line } = statement;
        this.#expressions([...bases, ...statement.keywords.map(({ value }) => value)], where);
        const names = bases.map((base) => dotted(base) ?? "");
        this.classes.push({ name, bases: names, node: statement, line, where });
        this.#statements(body, { ...where, className: name });
        return;
      }
      case "If": {
        const guards = guardsOfIf(statement.test, this.#isMain);
        this.#expressions([statement.test], where);
        this.#statements(statement.body, under(guards.body));
        this.#statements(statement.orelse, under(guards.orelse));
        return;
      }
      case "For":
      case "AsyncFor":
      case "While":
        this.#expressions(statement.nodeType === "While" ? [statement.test] : [statement.iter], where);
        this.#statements(statement.body, under("conditional"));
        this.#statements(statement.orelse, under("conditional"));
        return;
      case "With":
      case "AsyncWith": {
        const contexts = statement.items.map(({ context_expr }) => context_expr);
        this.#expressions(contexts, where);
        const inContext = contexts.some((context) => CONTEXT.test(dotted(context) ?? ""));
        const inside = under(guardOfWith(statement.items));
        this.#statements(statement.body, { ...inside, inContext: where.inContext || inContext });
        return;
      }
      case "Try":
      case "TryStar":
        this.#statements(statement.body, under(guardOfTry(statement.handlers)));
        for (const { body } of statement.handlers) this.#statements(body, under("conditional"));
        this.#statements(statement.orelse, under("conditional"));
        this.#statements(statement.finalbody, where);
        return;
      case "Match":
        this.#expressions([statement.subject], where);
        for (const { body } of statement.cases) this.#statements(body, under("conditional"));
        return;
      case "Assign":
        for (const target of statement.targets) this.#assignment(target, statement.value, statement, where);
        this.#expressions([statement.value], where);
        return;
      case "AnnAssign":
        if (!statement.value) return;
        this.#assignment(statement.target, statement.value, statement, where);
        this.#expressions([statement.value], where);
        return;
      case "AugAssign":
        this.#expressions([statement.value], where);
        return;
      case "Return":
        this.#returned = true;
        if (!statement.value) return;
        this.#remember(this.returned, where.file, where.function, statement.value);
        this.#expressions([statement.value], where);
        return;
      case "Expr":
        this.#expressions([statement.value], where);
        return;
      case "Raise":
        if (statement.exc) this.#expressions([statement.exc], where);
        return;
      case "Assert":
        this.#expressions([statement.test], where);
        return;
      default:
        return;
    }
  }

  #assignment(target: ExprNode, value: ExprNode, assignment: StmtNode, where: Where): void {
    const { lineno: line, col_offset: column } = assignment;
    const lastLine = assignment.end_lineno ?? line;
    const isAlone =
      assignment.nodeType === "AnnAssign" ||
      (assignment.nodeType === "Assign" && assignment.targets.length === 1);
    for (const given of givenByAssignment(target, value, where)) {
      const statement = isAlone ? { column, target: unparse(target) } : undefined;
      this.settings.push({ ...given, line, lastLine, statement, where });
    }
    if (target.nodeType === "Name") {
      this.#remember(this.assigned, where.file, target.id, value);
      if (where.className !== undefined)
        this.#remember(this.assigned, where.file, `${where.className}.${target.id}`, value);
    }
  }

  #expressions(nodes: readonly unknown[], where: Where): void {
    for (const node of nodes) this.#expression(node, where);
  }

  #expression(node: unknown, where: Where): void {
    if (Array.isArray(node)) this.#expressions(node, where);
    if (!isExpression(node)) return;
    if (node.nodeType === "Constant") {
      if (typeof node.value === "string" && node.value.length <= LONGEST_STRING && where.loaded !== "no")
        this.strings.add(node.value);
      return;
    }
    if (node.nodeType === "Call") this.#call(node, where);
    const under = (guard: string): Where => ({ ...where, guard: weaker(where.guard, guard) });
    if (node.nodeType === "IfExp") {
      const guards = guardsOfIf(node.test, this.#isMain);
      this.#expression(node.test, where);
      this.#expression(node.body, under(guards.body));
      this.#expression(node.orelse, under(guards.orelse));
      return;
    }
    if (node.nodeType === "BoolOp") {
      const [first, ...rest] = node.values;
      this.#expression(first, where);
      const guards = first && guardsOfIf(first, this.#isMain);
      const guard = node.op.nodeType === "And" ? guards?.body : guards?.orelse;
      this.#expressions(rest, under(rest.length === 1 && guard !== undefined ? guard : "conditional"));
      return;
    }
    const inside = node.nodeType === "Lambda" ? under("conditional") : where;
    for (const part of Object.values(node)) if (typeof part === "object") this.#expression(part, inside);
  }

  #call(node: Call, where: Where): void {
    const name = dotted(node.func) ?? "";
    const { lineno: line, end_lineno } = node;
    this.calls.push({ name, node, line, alone: false, where });
    if (/\.app_context\(\)\.push$|context\.push$|ctx\.push$/.test(name)) this.#pushed = true;

    for (const given of givenByCall(name, node)) {
      const { lineno, end_lineno: last } = given.value;
      const lines = { line: lineno, lastLine: last ?? end_lineno ?? line };
      this.settings.push({ ...given, ...lines, statement: undefined, where });
    }
  }

  #remember(
    map: Map<string, Map<string, ExprNode[]>>,
    file: string,
    name: string | undefined,
    value: ExprNode,
  ): void {
    if (name === undefined) return;
    const names = map.get(file) ?? new Map<string, ExprNode[]>();
    map.set(file, names);
    names.set(name, [...(names.get(name) ?? []), value]);
  }
}

function weaker(before: Where["guard"], guard: string): Where["guard"] {
  if (before === "main" || guard === "main") return "main";
  return guard === "none" ? before : "conditional";
}

function isExpression(node: unknown): node is ExprNode {
  return typeof node === "object" && node !== null && "nodeType" in node;
}
