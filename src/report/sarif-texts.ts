import { oneLine } from "./untrusted.ts";

/** A path inside the repository as a relative URI. */
export function uriOf(path: string): string {
  return path.toWellFormed().split("/").map(encodeURIComponent).join("/");
}

/** Any text as a SARIF message, in which `[label](target)` would be a link (section 3.11.6 of the standard). */
export function plainMessage(text: string): string {
  return oneLine(text).replaceAll("](", "] (");
}
