import { setTimeout as wait } from "node:timers/promises";

export type Clock = {
  /** Milliseconds that only grow, whatever the wall clock does. */
  now(): number;
  /** Waits; rejects with the signal's reason when the run is cancelled. */
  sleep(ms: number): Promise<void>;
};

/** The machine's clock, ended by `signal`. */
export function systemClock(signal: AbortSignal): Clock {
  return {
    now: () => performance.now(),
    async sleep(ms) {
      signal.throwIfAborted();
      try {
        await wait(ms, undefined, { signal });
      } catch (error) {
        signal.throwIfAborted();
        throw error;
      }
    },
  };
}

/**
 * Asks again and again until `ask` gives something or `limitMs` is over; gives undefined then.
 * The wait between two questions grows from `fromMs` to `toMs`.
 */
export async function poll<T>(
  clock: Clock,
  pace: { fromMs: number; toMs: number; limitMs: number },
  ask: () => Promise<T | undefined>,
): Promise<T | undefined> {
  const end = clock.now() + pace.limitMs;
  for (let pause = pace.fromMs; ; pause = Math.min(pace.toMs, pause * 1.5)) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    const left = end - clock.now();
    if (left <= 0) return undefined;
    await clock.sleep(Math.min(pause, left));
  }
}
