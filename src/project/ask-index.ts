import { lookup } from "node:dns/promises";
import { setTimeout as pause } from "node:timers/promises";
import type { IndexSource } from "./index-source.ts";
import { type PackageIndex, type Releases, readIndexPage } from "./package-index.ts";
import type { Pin } from "./pins.ts";

const FORMAT = "application/vnd.pypi.simple.v1+json";

/** For all answers together. */
const PATIENCE_MS = 2000;
/** Without a network it can take the system many seconds to give up on a name. */
const LOOKUP_MS = 500;
const AT_ONCE = 16;
/** Nobody pins more by hand; a hostile file shall not make this a flood. */
const MOST_PINS = 300;

/**
 * Asks a package index about pins, all at once and for two seconds at most; what has not answered by then is left out.
 * Sends nothing but the names of the packages. Never throws.
 */
export async function askIndex(
  source: IndexSource | undefined,
  pins: readonly Pin[],
  glibc: number,
): Promise<PackageIndex> {
  if (pins.length === 0) return { packages: null, reason: "no package is pinned" };
  if (!source)
    return { packages: null, reason: "the settings of pip in this job forbid it, or name more than one" };
  const signal = AbortSignal.timeout(PATIENCE_MS);
  if (!(await isFound(source.url))) return { packages: null, reason: "its address was not found" };

  const packages = new Map<string, Releases | "unknown">();
  const waiting = pins.slice(0, MOST_PINS).map(({ key }) => key);
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, waiting.length) }, work));
  const isStrange = packages.size > 1 && [...packages.values()].every((each) => each === "unknown");
  if (isStrange) return { packages: null, reason: "it knows none of the pinned packages" };
  return packages.size > 0
    ? { packages, reason: "" }
    : { packages: null, reason: `it did not answer within ${PATIENCE_MS / 1000} seconds` };

  async function work(): Promise<void> {
    for (let key = waiting.shift(); key !== undefined && source; key = waiting.shift()) {
      const releases = await askFor(source, key, glibc, signal).catch(() => undefined);
      if (releases) packages.set(key, releases);
      if (signal.aborted) return;
    }
  }
}

async function isFound({ hostname }: URL): Promise<boolean> {
  const found = lookup(hostname.replace(/^\[|\]$/g, "")).then(
    () => true,
    () => false,
  );
  return Promise.race([found, pause(LOOKUP_MS, false, { ref: false })]);
}

async function askFor(
  { url, authorization }: IndexSource,
  key: string,
  glibc: number,
  signal: AbortSignal,
): Promise<Releases | "unknown" | undefined> {
  const headers = { accept: FORMAT, ...(authorization !== undefined && { authorization }) };
  const answer = await fetch(new URL(`${key}/`, url), { headers, redirect: "error", signal });
  if (answer.status === 404) {
    await answer.body?.cancel();
    return "unknown";
  }
  if (!answer.ok || !answer.headers.get("content-type")?.includes(FORMAT)) {
    await answer.body?.cancel();
    return undefined;
  }
  return readIndexPage(await answer.json(), key, glibc);
}
