import { ApiError } from "./api-error.ts";

/** A page of a list: `next` is the Range that asks for the following one. */
export type Page<T> = { readonly items: readonly T[]; readonly next: string | undefined };

const DEFAULT_MAX = 200;
const LARGEST_MAX = 1000;

/**
 * The part of a list that a Range header asks for: `version ..; max=15, order=desc`, `version ..; order=desc,max=1`,
 * `id ]FROM..; max=1000;` are all in use by the CLI and heroku-client. Without a header: everything in ascending
 * order, up to 200. Throws 416 for a Range that cannot be read.
 */
export function paginate<T extends object>(
  list: readonly T[],
  header: string | undefined,
  fallback: string,
): Page<T> {
  const { field, exclusive, from, to, max, descending } = readRange(header, fallback);
  const value = (item: T): string | number => {
    const found: unknown = Reflect.get(item, field);
    return typeof found === "number" ? found : String(found);
  };
  const sorted = [...list].sort((a, b) => compare(value(a), value(b)) * (descending ? -1 : 1));
  const past = (item: T, bound: string) => compare(value(item), bound) * (descending ? -1 : 1);
  const inside = sorted.filter((item) => {
    if (from !== "" && (exclusive ? past(item, from) <= 0 : past(item, from) < 0)) return false;
    return to === "" || past(item, to) <= 0;
  });
  const items = inside.slice(0, max);
  const last = items.at(-1);
  const order = descending ? ", order=desc" : "";
  const next =
    last && inside.length > max ? `${field} ]${value(last)}..${to}; max=${max}${order}` : undefined;
  return { items, next };
}

function readRange(header: string | undefined, fallback: string) {
  const [bounds = "", ...rest] = (header || `${fallback} ..`).split(";");
  const match = /^\s*(\w+)\s+(\]?)(\S*?)\.\.(\S*)\s*$/.exec(bounds);
  const options = rest.join(",");
  const max = Number(/\bmax=(\d+)/.exec(options)?.[1] ?? DEFAULT_MAX);
  if (!match || max < 1) {
    throw new ApiError(416, "requested_range_not_satisfiable", "Requested range not satisfiable.");
  }
  const [, field = fallback, bracket = "", from = "", to = ""] = match;
  const descending = /\border=desc\b/.test(options);
  return { field, exclusive: bracket === "]", from, to, max: Math.min(max, LARGEST_MAX), descending };
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === "number") return a - Number(b);
  return a < String(b) ? -1 : a > String(b) ? 1 : 0;
}
