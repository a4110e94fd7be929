import type { PushOutcome } from "./git.ts";

/** What is left of a push: see `git push --porcelain`. */
export type PushEnd = {
  /** Null when a signal ended it. */
  readonly code: number | null;
  /** True when we ended it: then its last words are of our making. */
  readonly aborted: boolean;
  /** The porcelain: git's own words alone. */
  readonly stdout: Buffer;
  /** The last lines of standard error: git's own words, and after `remote: ` those of the server and the build. */
  readonly stderr: readonly string[];
};

const REMOTE = "remote: ";

/** Reasons of a refused ref, in the order of a line of `git push --porcelain`: `!`, refs, `[rejected] (reason)`. */
const REFUSALS: readonly (readonly [reason: RegExp, outcome: PushOutcome])[] = [
  [/^\[rejected\] \((?:non-fast-forward|fetch first|stale info|needs force)/, "not-fast-forward"],
  [/^\[remote rejected\] \(shallow update not allowed\)/, "shallow"],
  [/^\[remote rejected\] \(pre-receive hook declined\)/, "build-failed"],
];

/** Words with which Heroku explains why its pre-receive hook declined without a build. */
const DECLINED: readonly (readonly [words: RegExp, outcome: PushOutcome])[] = [
  [/^ ?!\s+Your account has reached its concurrent builds limit/, "concurrent-builds"],
  [/Push rejected, source repository is a shallow clone/, "shallow"],
];

/** Git's last words when it never came to pushing: nothing was sent. No line of the server's begins like these. */
const FATAL: readonly (readonly [words: RegExp, outcome: PushOutcome])[] = [
  [/^fatal: Authentication failed for /, "unauthorized"],
  [/^fatal: could not read (?:Username|Password) for /, "unauthorized"],
  [/^fatal: repository '.*' not found$/, "no-such-app"],
  [/^(?:fatal|error): .*The requested URL returned error: 40[13]$/, "unauthorized"],
  [/^(?:fatal|error): .*The requested URL returned error: 429$/, "rate-limited"],
  [/^fatal: unable to access /, "unavailable"],
];

/**
 * Reads what became of a push to one ref. Only git's own words decide, except where Heroku says why it declined:
 * a build can print anything. What is not recognised is `interrupted`: then the API is the one that knows.
 * The words are those measured with git 2.39 (facts: build failure, limits and refusals of git.heroku.com).
 */
export function pushOutcome({ code, aborted, stdout, stderr }: PushEnd): PushOutcome {
  const remote = stderr.flatMap((line) => (line.startsWith(REMOTE) ? [line.slice(REMOTE.length)] : []));
  const status = stdout.toString();

  if (code === 0) {
    if (remote.some((line) => /^Pushed to branch other than .* skipping build/.test(line)))
      return "build-skipped";
    return /^=\t/m.test(status) ? "up-to-date" : "pushed";
  }
  if (aborted) return "interrupted";
  const refusal = /^!\t[^\t]*\t(.*)$/m.exec(status)?.[1];
  const outcome = refusal === undefined ? undefined : first(REFUSALS, [refusal]);
  if (outcome === "build-failed") return first(DECLINED, remote) ?? outcome;
  return outcome ?? first(FATAL, stderr) ?? "interrupted";
}

function first(
  table: readonly (readonly [words: RegExp, outcome: PushOutcome])[],
  lines: readonly string[],
): PushOutcome | undefined {
  return table.find(([words]) => lines.some((line) => words.test(line)))?.[1];
}
