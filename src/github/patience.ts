import type { Clock } from "../clock.ts";
import { GitHubTrouble, troubleOf } from "./trouble.ts";

/** How long GitHub is waited for: in all, and for one answer. */
export type Pace = { readonly clock: Clock; readonly budgetMs: number; readonly answerMs: number };

/**
 * Sends a request inside the budget; throws GitHubTrouble. `again` says whether it may be sent twice when its fate is
 * unknown; a request that a rate limit turned away was never carried out, and is sent again in any case.
 */
export type Send = <T>(again: boolean, request: (signal: AbortSignal) => Promise<T>) => Promise<T>;

const FIRST_PAUSE_MS = 500;

/** A `Send` whose budget begins now. */
export function patient({ clock, budgetMs, answerMs }: Pace): Send {
  const end = clock.now() + budgetMs;

  return async (again, request) => {
    for (let pause = FIRST_PAUSE_MS; ; pause *= 2) {
      try {
        const left = Math.ceil(Math.min(answerMs, end - clock.now()));
        if (left <= 0) throw new GitHubTrouble(null, "transient");
        return await request(AbortSignal.timeout(left));
      } catch (error) {
        const trouble = troubleOf(error);
        const wait = waitFor(trouble, again, pause);
        if (wait === undefined || clock.now() + wait >= end) throw trouble;
        await clock.sleep(wait);
      }
    }
  };
}

function waitFor({ kind, waitMs }: GitHubTrouble, again: boolean, pause: number): number | undefined {
  if (kind === "limited") return waitMs;
  return kind === "transient" && again ? pause * (0.5 + Math.random() / 2) : undefined;
}
