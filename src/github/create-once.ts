import type { Clock } from "../clock.ts";
import { troubleOf } from "./trouble.ts";

/** GitHub's lists are a moment behind its writes. */
const READ_BACK_MS = 2_000;
const SENDS = 3;

/** Creates something once: a create whose answer was lost is looked for before it is sent again. Throws what they throw. */
export async function createOnce<T>(
  create: () => Promise<T>,
  find: () => Promise<T | undefined>,
  clock: Clock,
): Promise<T> {
  for (let sends = 1; ; sends++) {
    try {
      return await create();
    } catch (error) {
      if (troubleOf(error).kind !== "transient" || sends === SENDS) throw error;
      await clock.sleep(READ_BACK_MS);
      const found = await find();
      if (found !== undefined) return found;
    }
  }
}
