import { parseAll, type Scanner, Unreadable } from "./scanner.ts";
import { canonicalName, fits, SPECIFIER } from "./versions.ts";

/** Values of the marker variables (PEP 508) but `extra`, by their modern names. */
export type MarkerEnvironment = Readonly<Record<string, string>>;

type Operand = { readonly variable: string } | { readonly value: string };

export type Marker =
  | { readonly kind: "any" | "all"; readonly of: readonly Marker[] }
  | { readonly kind: "test"; readonly left: Operand; readonly operator: string; readonly right: Operand };

// The names that packaging accepts, the dotted ones of PEP 345 among them.
const VARIABLE =
  /(?:python_version|python_full_version|os[._]name|sys[._]platform|platform_(?:release|system)|platform[._](?:version|machine|python_implementation)|python_implementation|implementation_(?:name|version)|extras?|dependency_groups)\b/y;
const VERSIONS = ["python_version", "python_full_version", "implementation_version", "platform_release"];

/** Reads a marker such as `python_version < "3.11"`; undefined when it is none. */
export function parseMarker(text: string): Marker | undefined {
  return parseAll(text, marker);
}

function marker(scanner: Scanner): Marker {
  const groups: Marker[][] = [[atom(scanner)]];
  for (let word = scanner.take(/(?:and|or)\b/y); word !== undefined; word = scanner.take(/(?:and|or)\b/y)) {
    if (word === "or") groups.push([]);
    groups.at(-1)?.push(atom(scanner));
  }
  return { kind: "any", of: groups.map((of) => ({ kind: "all", of })) };
}

function atom(scanner: Scanner): Marker {
  scanner.blanks();
  if (scanner.take(/\(/y) === undefined) return test(scanner);
  const inner = marker(scanner);
  scanner.expect(/\)[ \t]*/y);
  return inner;
}

function test(scanner: Scanner): Marker {
  const left = operand(scanner);
  const operator = scanner.expect(/in\b|not[ \t]+in\b|===|==|~=|!=|<=|>=|<|>/y).replace(/[ \t]+/, " ");
  scanner.blanks();
  return { kind: "test", left, operator, right: operand(scanner) };
}

function operand(scanner: Scanner): Operand {
  const name = scanner.take(VARIABLE);
  const text = name === undefined ? scanner.take(/'[^']*'|"[^"]*"/y) : undefined;
  scanner.blanks();
  if (name !== undefined) return { variable: modern(name) };
  if (text !== undefined) return { value: text.slice(1, -1) };
  throw new Unreadable();
}

function modern(name: string): string {
  const variable = name.replace(".", "_");
  return variable === "python_implementation" ? "platform_python_implementation" : variable;
}

/** Whether a marker holds in an environment, for one requested extra (or none). */
export function holds(marker: Marker, environment: MarkerEnvironment, extra = ""): boolean {
  const inner = (part: Marker) => holds(part, environment, extra);
  if (marker.kind !== "test") return marker.kind === "any" ? marker.of.some(inner) : marker.of.every(inner);

  const { left, operator, right } = marker;
  const variable = "variable" in left ? left.variable : "variable" in right ? right.variable : "";
  const normal = variable === "extra" ? canonicalName : (text: string) => text;
  const value = (side: Operand) =>
    normal(
      "value" in side ? side.value : side.variable === "extra" ? extra : (environment[side.variable] ?? ""),
    );
  return compare(value(left), operator, value(right), VERSIONS.includes(variable));
}

function compare(left: string, operator: string, right: string, asVersions: boolean): boolean {
  if (operator === "in") return right.includes(left);
  if (operator === "not in") return !right.includes(left);
  if (asVersions && isSpecifier(operator + right)) return fits(left, operator + right);
  // Text has no order: packaging takes <= and >= for equality, < and > for never.
  if (operator === "!=") return left !== right;
  return ["==", "===", "<=", ">="].includes(operator) && left === right;
}

function isSpecifier(text: string): boolean {
  return parseAll(text.trim(), (scanner) => scanner.expect(SPECIFIER)) !== undefined;
}
