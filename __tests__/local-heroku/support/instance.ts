import { join } from "node:path";
import { afterAll } from "vitest";
import type { LocalHerokuOptions } from "../../../src/local-heroku/options.ts";
import { type LocalHeroku, startLocalHeroku } from "../../../src/local-heroku/start.ts";
import { type Api, apiClient } from "./api-client.ts";

/** Kept from one run of the tests to the next. */
export const CACHE = join(import.meta.dirname, "../../../.cache/local-heroku");

export type Instance = LocalHeroku & { readonly api: Api; readonly logged: readonly string[] };

/** A local Heroku with short limits. It is stopped after the last test of the file, or when `atEnd` says. */
export async function localHeroku(
  options: LocalHerokuOptions = {},
  atEnd: (stop: () => Promise<void>, timeout: number) => void = afterAll,
): Promise<Instance> {
  const logged: string[] = [];
  const heroku = await startLocalHeroku({
    cacheFolder: CACHE,
    killAfterMs: 3_000,
    log: (line) => logged.push(line),
    ...options,
  });
  atEnd(() => heroku.stop(), 30_000);
  return { ...heroku, api: await apiClient(heroku), logged };
}
