import { createHash } from "node:crypto";

/** How the API points at a thing: its id and its name. */
export function reference({ id, name }: { readonly id: string; readonly name: string }) {
  return { id, name };
}

/** A lasting uuid for things that a local Heroku knows only by name. */
function uuidOf(kind: string, name: string): string {
  const hex = createHash("sha256").update(`${kind}:${name}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export const stackId = (name: string) => uuidOf("stack", name);
export const regionId = (name: string) => uuidOf("region", name);
export const sizeId = (name: string) => uuidOf("size", name);
