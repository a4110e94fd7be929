import { lookup, Resolver } from "node:dns/promises";
import { isIP } from "node:net";
import type { IndexSource } from "./index-source.ts";
import { type PackageIndex, type Releases, readIndexPage } from "./package-index.ts";
import type { Pin } from "./pins.ts";

const FORMAT = "application/vnd.pypi.simple.v1+json";

/** For all answers together. */
const PATIENCE_MS = 2000;
/** For the first answer of a name server. */
const NAMES_MS = 500;
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
  if (!source) return { packages: null, reason: "the settings of pip here forbid it, or name more than one" };
  const signal = AbortSignal.timeout(PATIENCE_MS);
  if (!(await namesAreAnswered(source.url))) return { packages: null, reason: "no name server answered" };
  const late = new Promise<"late">((resolve) =>
    signal.addEventListener("abort", () => resolve("late"), { once: true }),
  );
  if (!(await Promise.race([isHost(source.url), late])))
    return { packages: null, reason: "there is no host of its name" };

  const packages = new Map<string, Releases | "unknown">();
  const waiting = pins.slice(0, MOST_PINS).map(({ key }) => key);
  const workers = Array.from({ length: Math.min(AT_ONCE, waiting.length) }, work);
  await Promise.race([Promise.all(workers), late]);
  const isStrange = packages.size > 0 && [...packages.values()].every((each) => each === "unknown");
  if (isStrange) return { packages: null, reason: "it knows none of the pinned packages" };
  return packages.size > 0
    ? {
        packages: new Map(packages),
        isPublic: source.isPublic,
        unanswered: pins.length - packages.size,
        reason: "",
      }
    : {
        packages: null,
        reason: `it did not answer${signal.aborted ? ` within ${PATIENCE_MS / 1000} seconds` : ""}`,
      };

  async function work(): Promise<void> {
    for (let key = waiting.shift(); key !== undefined && source; key = waiting.shift()) {
      const releases = await askFor(source, key, glibc, signal).catch(() => undefined);
      if (releases) packages.set(key, releases);
      if (signal.aborted) return;
    }
  }
}

/**
 * Whether names are answered at all. Where they are not, the system takes ten seconds and more to give up on one, and
 * nothing can stop it, not even the end of this process. What the answer is counts for nothing: the name may be local.
 */
async function namesAreAnswered({ hostname }: URL): Promise<boolean> {
  if (isIP(hostname.replace(/^\[|\]$/g, "")) !== 0) return true;
  const resolver = new Resolver({ timeout: NAMES_MS, tries: 1 });
  const giveUp = setTimeout(() => resolver.cancel(), NAMES_MS);
  const silence = (error: { readonly code?: string }) =>
    error.code === "ETIMEOUT" || error.code === "ECANCELLED";
  return resolver
    .resolve4(hostname)
    .then(
      () => true,
      (error) => !silence(error),
    )
    .finally(() => clearTimeout(giveUp));
}

/**
 * Whether the system knows the host. Asked once ahead of all: sixteen questions at a time for a name that is not there
 * take a name server seconds, and the process lives until the last is answered.
 */
async function isHost({ hostname }: URL): Promise<boolean> {
  return lookup(hostname.replace(/^\[|\]$/g, "")).then(
    () => true,
    () => false,
  );
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
