/**
 * What is kept of a request that failed. Made anew, so that nothing of the request's headers or body, and
 * no text of the answer beyond Heroku's own error id, lives on in it. `hint` is Heroku's message: it is
 * matched to tell cases apart and never shown.
 */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly method: string;
  readonly path: string;
  /** 0 when no usable answer came: dropped, timed out, cut off, or not JSON. */
  readonly status: number;
  /** Heroku's error id, for example `not_found`; empty without one. */
  readonly id: string;
  readonly requestId: string;
  readonly retryAfterMs: number | undefined;
  readonly #hint: string;

  constructor(
    request: { method: string; path: string },
    answer: {
      status: number;
      id?: string;
      requestId?: string;
      retryAfterMs?: number | undefined;
      hint?: string;
    },
  ) {
    super(`${request.method} ${request.path} answered ${answer.status || "nothing usable"}`);
    this.method = request.method;
    this.path = request.path;
    this.status = answer.status;
    this.id = answer.id ?? "";
    this.requestId = answer.requestId ?? "";
    this.retryAfterMs = answer.retryAfterMs;
    this.#hint = answer.hint ?? "";
  }

  /** Whether Heroku's message says this. Private otherwise: foreign text must not reach a display. */
  says(pattern: RegExp): boolean {
    return pattern.test(this.#hint);
  }
}

/** Whether `error` is Heroku's answer with this HTTP status. */
export function answered(error: unknown, status: number): error is ApiError {
  return error instanceof ApiError && error.status === status;
}
