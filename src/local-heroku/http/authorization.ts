import { timingSafeEqual } from "node:crypto";

/** The token of an Authorization header: a bearer's, or the password of Basic, which clients and git send. */
export function tokenOf(header: string | undefined): string | undefined {
  const [scheme = "", value = ""] = (header ?? "").split(/\s+/);
  if (scheme.toLowerCase() === "bearer") return value;
  if (scheme.toLowerCase() !== "basic") return undefined;
  const [, ...password] = Buffer.from(value, "base64").toString().split(":");
  return password.join(":");
}

/** Whether a header carries the key. */
export function isAuthorized(header: string | undefined, apiKey: string): boolean {
  const [given, wanted] = [Buffer.from(tokenOf(header) ?? ""), Buffer.from(apiKey)];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
