import type { ExprNode } from "py-ast";
import type { Code } from "../project/code-facts.ts";
import { dotted } from "../project/dotted.ts";

type Known = Pick<Code, "assigned" | "returned">;

const MAKES = /(?:Flask|SocketIO)\(\)$/;
// Enough for the app of a factory; more would be time for a hostile repository to take.
const DEEPEST = 2;
const MOST_VALUES = 5;
const MOST_RESULTS = 20;

/** Whether a name of a file is a Flask app or a SocketIO: all that is assigned to it, there or where it comes from. */
export function isFlaskApp(known: Known, file: string, name: string, depth = 0): boolean {
  const isKnown = known.assigned.get(file)?.has(name);
  const files = isKnown ? [file] : [...known.assigned.keys()];
  const values = files
    .flatMap((each) => (known.assigned.get(each)?.get(name) ?? []).map((value) => ({ file: each, value })))
    .filter(({ value }) => value.nodeType !== "Constant");
  const isBounded = values.length > 0 && values.length <= MOST_VALUES;
  return isBounded && values.every(({ file, value }) => makesApp(known, file, value, depth));
}

function makesApp(known: Known, file: string, value: ExprNode, depth: number): boolean {
  if (depth > DEEPEST) return false;
  if (value.nodeType === "Name") return isFlaskApp(known, file, value.id, depth + 1);
  const called = value.nodeType === "Call" ? dotted(value) : undefined;
  if (called === undefined) return false;
  if (MAKES.test(called)) return true;
  const factory = /(\w+)\(\)$/.exec(called)?.[1] ?? "";
  // What its inner functions return is among them, a view's text for one; its own app comes last.
  const results = [...known.returned].flatMap(([each, returned]) =>
    (returned.get(factory) ?? []).slice(-MOST_VALUES).map((result) => ({ file: each, result })),
  );
  return results.slice(0, MOST_RESULTS).some(({ file, result }) => makesApp(known, file, result, depth + 1));
}
