import { Failure } from "../failure.ts";

type Fields = { readonly [name: string]: unknown };

/** The fields of an object in Heroku's answer; throws Failure (API_SHAPE) for anything else. */
export function fields(value: unknown, what: string): Fields {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Fields;
  throw shapeFailure(what);
}

/** The items of a list in Heroku's answer. */
export function list(value: unknown, what: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw shapeFailure(what);
}

/** A text that must be there. */
export function text(object: Fields, name: string): string {
  const value = object[name];
  if (typeof value === "string") return value;
  throw shapeFailure(name);
}

/** A number that must be there. */
export function number(object: Fields, name: string): number {
  const value = object[name];
  if (typeof value === "number") return value;
  throw shapeFailure(name);
}

/** A text that may be null or missing. */
export function optionalText(object: Fields, name: string): string | null {
  const value = object[name];
  return typeof value === "string" ? value : null;
}

/** A text in an object that may be null or missing, as Heroku nests them: `{"team": {"name": "x"}}`. */
export function nested(object: Fields, name: string, field: string): string | null {
  const value = inner(object, name, field);
  return typeof value === "string" ? value : null;
}

/** Like `nested`, for a number. */
export function nestedNumber(object: Fields, name: string, field: string): number | null {
  const value = inner(object, name, field);
  return typeof value === "number" ? value : null;
}

function inner(object: Fields, name: string, field: string): unknown {
  const value = object[name];
  return typeof value === "object" && value !== null ? (value as Fields)[field] : undefined;
}

function shapeFailure(what: string): Failure {
  return new Failure("API_SHAPE", `Heroku's answer lacks what this action needs (${what}).`, {
    fix: "Run the workflow again. If it happens twice, please open an issue with this line.",
  });
}
