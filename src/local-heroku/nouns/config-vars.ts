import { invalidParams } from "../http/api-error.ts";
import type { Platform } from "../platform.ts";
import type { App } from "../state/app.ts";
import { attachmentsOf, attachmentVars } from "./attachments-of.ts";
import { addRelease } from "./releases.ts";

/** The config vars of an app: what its add-ons gave, and what the user set. */
export function configVars(platform: Platform, app: App): Map<string, string> {
  return new Map([...attachmentsOf(platform, app).flatMap(attachmentVars), ...app.configVars]);
}

/**
 * Sets and removes (null) config vars as one release that restarts the app; nothing happens when nothing changes.
 * Throws 422 for a value that is no string and for a var that belongs to an add-on.
 */
export function changeConfigVars(
  platform: Platform,
  app: App,
  changes: Readonly<Record<string, unknown>>,
): void {
  const owned = new Set(attachmentsOf(platform, app).map(({ name }) => `${name}_URL`));
  const set = new Map<string, string>();
  const removed: string[] = [];
  for (const [name, value] of Object.entries(changes)) {
    if (owned.has(name)) throw invalidParams(`Cannot overwrite attachment values ${name}.`);
    if (value === null) removed.push(name);
    else if (typeof value === "string") set.set(name, value);
    else throw invalidParams(`Config var ${name} must be a string or null.`);
  }
  const changed = [...set]
    .filter(([name, value]) => app.configVars.get(name) !== value)
    .map(([name]) => name);
  const gone = removed.filter((name) => app.configVars.has(name));
  for (const [name, value] of set) app.configVars.set(name, value);
  for (const name of gone) app.configVars.delete(name);
  if (changed.length + gone.length === 0) return;
  const words = changed.length > 0 ? `Set ${changed.join(", ")}` : `Remove ${gone.join(", ")}`;
  addRelease(platform, app, { description: `${words} config vars`, phase: true });
}
