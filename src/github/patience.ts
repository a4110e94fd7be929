import { type Clock, systemClock } from "../clock.ts";
import type { Report } from "../report/report.ts";
import { GitHubTrouble, troubleOf } from "./trouble.ts";

/** How long GitHub is waited for: in all, and for one answer; at the latest until `signal` is aborted. */
export type Pace = {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly budgetMs: number;
  readonly answerMs: number;
};

/**
 * Sends a request inside the budget; throws GitHubTrouble. `again` says whether it may be sent twice when its fate is
 * unknown; a request that a rate limit turned away was never carried out, and is sent again in any case.
 */
export type Send = <T>(again: boolean, request: (signal: AbortSignal) => Promise<T>) => Promise<T>;

const FIRST_PAUSE_MS = 500;

/** Of the ten seconds that a cancelled run has (src/cancel.ts), what is left for GitHub behind Heroku's four. */
const CANCELLED_MS = 3_000;

/** A minute in all, and ten seconds for one answer. */
export function unhurried(signal: AbortSignal): Pace {
  return { clock: systemClock(signal), signal, budgetMs: 60_000, answerMs: 10_000 };
}

/** The pace at which something is said about a run that has ended. */
export function paceAfter({ result }: Report, pace: Pace): Pace {
  return result === "cancelled" ? { ...pace, budgetMs: Math.min(CANCELLED_MS, pace.budgetMs) } : pace;
}

/** A `Send` whose budget begins now. */
export function patient({ clock, signal, budgetMs, answerMs }: Pace): Send {
  const end = clock.now() + budgetMs;

  return async (again, request) => {
    for (let pause = FIRST_PAUSE_MS; ; pause *= 2) {
      try {
        const left = Math.ceil(Math.min(answerMs, end - clock.now()));
        if (left <= 0 || signal.aborted) throw new GitHubTrouble(null, "transient");
        return await request(AbortSignal.any([signal, AbortSignal.timeout(left)]));
      } catch (error) {
        const trouble = troubleOf(error);
        const wait = waitFor(trouble, again, pause);
        if (wait === undefined || signal.aborted || clock.now() + wait >= end) throw trouble;
        await clock.sleep(wait);
      }
    }
  };
}

function waitFor({ kind, waitMs }: GitHubTrouble, again: boolean, pause: number): number | undefined {
  if (kind === "limited") return waitMs;
  return kind === "transient" && again ? pause * (0.5 + Math.random() / 2) : undefined;
}
