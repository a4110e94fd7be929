import type { Clock } from "../clock.ts";
import { ApiError } from "./api-error.ts";
import type { ApiRequest, Send } from "./client.ts";

const SAFE_SENDS = 6;
const CREATE_SENDS = 3;
const BASE_MS = 500;
const CAP_MS = 20_000;
const RETRY_AFTER_CAP_MS = 120_000;
/** Heroku's data is eventually consistent: a look right after an unclear create may miss what it made. */
const LOOK_BACK_MS = 2_000;

const TRANSIENT = new Set([0, 408, 425, 429, 500, 502, 503, 504]);

/** Whether the same request may go well a moment later. Everything else is an answer to be taken as it is. */
export function isTransient(error: unknown): error is ApiError {
  return error instanceof ApiError && TRANSIENT.has(error.status);
}

/** How long to wait before try number `next` (2, 3, ...), in ms: full jitter, or what Heroku asked for. */
export function waitBefore(next: number, error: ApiError, random: number): number {
  if (error.retryAfterMs !== undefined) return Math.min(error.retryAfterMs, RETRY_AFTER_CAP_MS);
  const base = error.status === 429 ? 15_000 : BASE_MS;
  return Math.round(random * Math.min(CAP_MS, base * 2 ** (next - 2))) + (error.status === 429 ? 5_000 : 0);
}

/** Sends a request that may be repeated without harm until it is answered; throws the last ApiError. */
export async function sendSafely(request: ApiRequest, send: Send, clock: Clock): Promise<unknown> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await send(request);
    } catch (error) {
      if (!isTransient(error) || attempt === SAFE_SENDS) throw error;
      await clock.sleep(waitBefore(attempt + 1, error, Math.random()));
    }
  }
}

/**
 * Sends a create. Heroku has no idempotency key, so after an unclear answer it looks for what may have been
 * made, by `find`, and takes that; only when nothing is there is the request sent again.
 */
export async function sendCreate<T>(
  send: () => Promise<T>,
  find: () => Promise<T | undefined>,
  clock: Clock,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await send();
    } catch (error) {
      if (!isTransient(error)) throw error;
      await clock.sleep(Math.max(LOOK_BACK_MS, waitBefore(attempt + 1, error, Math.random())));
      const made = await find();
      if (made !== undefined) return made;
      if (attempt === CREATE_SENDS) throw error;
    }
  }
}
