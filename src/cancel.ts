/** Thrown, by way of the signal's reason, when GitHub or a person stops the run. */
export class Cancelled extends Error {
  override readonly name = "Cancelled";
}

/** How long after a cancel Heroku may still be asked: the runner sends SIGINT, SIGTERM after 7.5 s, and kills after 10 s. */
const GRACE_MS = 4_000;

export type Cancellation = {
  /** Aborted with Cancelled at the first SIGINT or SIGTERM. */
  readonly signal: AbortSignal;
  /** Aborted four seconds later: for what must still be tidied up. */
  readonly grace: AbortSignal;
};

/** Turns SIGINT, which GitHub sends first, and SIGTERM into signals for everything that waits. */
export function cancelOnSignals(): Cancellation {
  const cancel = new AbortController();
  const grace = new AbortController();
  const stop = () => {
    cancel.abort(new Cancelled("the run was cancelled"));
    setTimeout(() => grace.abort(cancel.signal.reason), GRACE_MS).unref();
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  return { signal: cancel.signal, grace: grace.signal };
}
