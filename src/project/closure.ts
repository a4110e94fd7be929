import { type Dependency, parseDependency } from "./dependency.ts";
import type { Package } from "./environment.ts";
import { holds, type MarkerEnvironment } from "./markers.ts";
import { herokuMarkers } from "./python-version.ts";
import type { Requirements } from "./requirements.ts";
import { canonicalName } from "./versions.ts";

export type Closure = {
  /** Keys of the roots and of everything that they need in turn. */
  readonly keys: ReadonlySet<string>;
  /** False when one of them is not installed here, so that nobody knows what it would need. */
  readonly complete: boolean;
};

/** What pip installs on Heroku for the lines of requirements.txt; see `closure`. Takes time: ask once. */
export function listedClosure(
  { entries }: Pick<Requirements, "entries">,
  packages: ReadonlyMap<string, Package>,
  python: string,
): Closure {
  return closure(
    entries.filter(({ active }) => active),
    packages,
    herokuMarkers(python),
  );
}

/** What pip installs for these requirements on Heroku, as far as the metadata of installed packages tells. */
export function closure(
  roots: readonly Pick<Dependency, "name" | "extras">[],
  packages: ReadonlyMap<string, Package>,
  environment: MarkerEnvironment,
): Closure {
  const keys = new Set<string>();
  const seen = new Set<string>();
  let complete = true;
  const waiting = [...roots];
  for (let wanted = waiting.pop(); wanted; wanted = waiting.pop()) {
    const key = canonicalName(wanted.name);
    keys.add(key);
    const extras = ["", ...wanted.extras].filter((extra) => !seen.has(`${key}[${extra}]`));
    const installed = packages.get(key);
    if (!installed) complete = false;
    for (const extra of extras) seen.add(`${key}[${extra}]`);
    if (!installed || extras.length === 0) continue;
    for (const text of installed.requires) {
      const dependency = parseDependency(text);
      if (!dependency) continue;
      const { marker } = dependency;
      if (!marker || extras.some((extra) => holds(marker, environment, extra))) waiting.push(dependency);
    }
  }
  return { keys, complete };
}
