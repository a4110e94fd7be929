/** Why a request to GitHub came to nothing. It keeps the status and nothing of the request, which holds the token. */
export class GitHubTrouble extends Error {
  override readonly name = "GitHubTrouble";
  /** Null when there was no answer that could be read. */
  readonly status: number | null;
  readonly kind: "refused" | "locked" | "limited" | "transient";
  /** How long GitHub wants us to wait, when it says so. */
  readonly waitMs: number | undefined;

  constructor(status: number | null, kind: GitHubTrouble["kind"], waitMs?: number) {
    super(`GitHub answered ${status ?? "nothing"}`);
    this.status = status;
    this.kind = kind;
    this.waitMs = waitMs;
  }
}

const TRANSIENT = new Set([408, 425, 500, 502, 503, 504]);

/** GitHub asks for a minute when it names no time (docs.github.com, Best practices for using the REST API). */
const LIMITED_MS = 60_000;

type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly data: unknown;
};

/** Reads what Octokit threw. A fault of the connection has no `response`, whatever status Octokit gives it. */
export function troubleOf(error: unknown): GitHubTrouble {
  if (error instanceof GitHubTrouble) return error;
  // GraphQL says no with status 200 and a list of errors.
  if (isObject(error) && Array.isArray(error.errors)) return new GitHubTrouble(200, "refused");
  const answer = answerOf(error);
  if (answer === undefined) return new GitHubTrouble(null, "transient");
  const { status } = answer;
  if (isLimit(answer)) return new GitHubTrouble(status, "limited", waitMs(answer));
  if (TRANSIENT.has(status)) return new GitHubTrouble(status, "transient");
  return new GitHubTrouble(status, /\blocked\b/.test(messageOf(answer)) ? "locked" : "refused");
}

/** The secondary limit is a 403 or 429 that says when, the primary one says that nothing remains. */
function isLimit(answer: Answer): boolean {
  const { status, headers } = answer;
  if (status === 429) return true;
  const said = "retry-after" in headers || headers["x-ratelimit-remaining"] === "0";
  return status === 403 && (said || /rate limit/i.test(messageOf(answer)));
}

function waitMs({ headers }: Answer): number {
  const seconds = Number(headers["retry-after"]);
  if (Number.isFinite(seconds) && seconds >= 0) return seconds * 1_000;
  // Both are the server's clock, so that a wrong one here does not matter.
  const ms = Number(headers["x-ratelimit-reset"]) * 1_000 - Date.parse(String(headers.date));
  return Number.isFinite(ms) ? Math.max(0, ms) : LIMITED_MS;
}

function messageOf({ data }: Answer): string {
  return isObject(data) && typeof data.message === "string" ? data.message : "";
}

function answerOf(error: unknown): Answer | undefined {
  if (!isObject(error) || !isObject(error.response)) return undefined;
  const { status, headers, data } = error.response;
  return typeof status === "number" && isObject(headers) ? { status, headers, data } : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
