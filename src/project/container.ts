import type { Settings } from "../settings.ts";

/** Why an app is built from a Dockerfile and not by a buildpack. */
export type Container = "heroku.yml" | "stack";

/**
 * Whether an app is built from a Dockerfile. The stack decides where the settings name one: `container` does it, and
 * on every other Heroku reads no heroku.yml. Where they name none, a heroku.yml in the commit stands for the stack.
 */
export function containerOf(
  files: ReadonlyMap<string, unknown>,
  stack: Settings["stack"],
): Container | undefined {
  if (stack !== undefined) return stack === "container" ? "stack" : undefined;
  return files.has("heroku.yml") ? "heroku.yml" : undefined;
}
