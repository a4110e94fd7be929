import { ApiError, invalidParams } from "./api-error.ts";

/** The body of a request, read field by field because nothing that a client sends can be trusted. */
export type Fields = {
  readonly all: Readonly<Record<string, unknown>>;
  /** The string of that name, undefined when absent or null. Throws 422 for anything else. */
  text(name: string): string | undefined;
  /** A string, or the `name` or `id` of an object: the API takes either wherever it takes a reference. */
  reference(name: string): string | undefined;
  flag(name: string): boolean | undefined;
  number(name: string): number | undefined;
  /** The object of that name, empty when absent. */
  object(name: string): Fields;
  /** The objects of the array of that name, none when absent. */
  list(name: string): Fields[];
};

/** Reads a request's body. Throws 400 when it is not a JSON object; an empty body is an empty object. */
export function readFields(body: string): Fields {
  if (body.trim() === "") return fields({});
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw new ApiError(400, "bad_request", "Unable to parse the JSON request.");
  }
  if (!isRecord(value)) throw new ApiError(400, "bad_request", "Request body must be a JSON object.");
  return fields(value);
}

function fields(all: Readonly<Record<string, unknown>>): Fields {
  const expect = (name: string, kind: string) => invalidParams(`Invalid ${name}: expected ${kind}.`);
  const self: Fields = {
    all,
    text(name) {
      const value = all[name] ?? undefined;
      if (value === undefined || typeof value === "string") return value;
      throw expect(name, "a string");
    },
    reference(name) {
      const value = all[name] ?? undefined;
      if (isRecord(value)) return fields(value).text("name") ?? fields(value).text("id");
      return self.text(name);
    },
    flag(name) {
      const value = all[name] ?? undefined;
      if (value === undefined || typeof value === "boolean") return value;
      throw expect(name, "a boolean");
    },
    number(name) {
      const value = all[name] ?? undefined;
      if (value === undefined || typeof value === "number") return value;
      throw expect(name, "a number");
    },
    object(name) {
      const value = all[name] ?? {};
      if (isRecord(value)) return fields(value);
      throw expect(name, "an object");
    },
    list(name) {
      const value = all[name] ?? [];
      if (Array.isArray(value) && value.every(isRecord)) return value.map(fields);
      throw expect(name, "an array of objects");
    },
  };
  return self;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
