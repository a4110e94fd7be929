import { type ExprNode, walk } from "py-ast";
import { textOf } from "./dotted.ts";
import { readPythonSource } from "./python-source.ts";

/** A plain value of gunicorn's configuration file. */
export type Configured = { readonly text: string; readonly line: number };

export type GunicornConfig = {
  readonly target: Configured | undefined;
  readonly binds: readonly Configured[];
  readonly workerClass: Configured | undefined;
  /** Whether it may change where modules are looked for. */
  readonly movesSearchPath: boolean;
};

const MOVES_SEARCH_PATH = /chdir|pythonpath|sys[ \t]*\.[ \t]*path/;

/** Reads a gunicorn.conf.py without running it: what it gives once, at the margin, as a text or a list of texts. */
export function readGunicornConfig(text: string): GunicornConfig {
  const movesSearchPath = MOVES_SEARCH_PATH.test(text);
  const source = readPythonSource(text);
  const isOpen = source === "unreadable" || source.hasUnseenNames;
  const values = isOpen ? new Map<string, ExprNode>() : plainValues(source.body);
  const [target] = textsOf(values.get("wsgi_app"));
  const [workerClass] = textsOf(values.get("worker_class"));
  return { target, workerClass, binds: textsOf(values.get("bind")), movesSearchPath };
}

type Body = Exclude<ReturnType<typeof readPythonSource>, "unreadable">["body"];

function plainValues(body: Body): Map<string, ExprNode> {
  const times = new Map<string, number>();
  for (const statement of body) {
    for (const node of walk(statement))
      if (node.nodeType === "Name" && node.ctx.nodeType === "Store")
        times.set(node.id, (times.get(node.id) ?? 0) + 1);
  }
  const values = new Map<string, ExprNode>();
  for (const statement of body) {
    if (statement.nodeType !== "Assign") continue;
    const [target] = statement.targets;
    if (target?.nodeType === "Name" && times.get(target.id) === 1) values.set(target.id, statement.value);
  }
  return values;
}

/** The texts of a value; none when any part of it is something else. */
function textsOf(value: ExprNode | undefined): Configured[] {
  const parts = value?.nodeType === "List" || value?.nodeType === "Tuple" ? value.elts : value ? [value] : [];
  const texts = parts.flatMap((part) => {
    const text = textOf(part);
    return text === undefined ? [] : [{ text, line: part.lineno }];
  });
  return texts.length === parts.length ? texts : [];
}
