import type { Clock } from "../../src/clock.ts";
import type { GitHubRun } from "../../src/github-run.ts";
import type { Log } from "../../src/report/log.ts";
import type { GitHub } from "./github.ts";

export const TOKEN = "ghs_0123456789abcdefghij";

/** Time that passes only by waiting. */
export function waitedClock(): Clock & { readonly waited: number[] } {
  const waited: number[] = [];
  return {
    waited,
    now: () => waited.reduce((sum, ms) => sum + ms, 0),
    async sleep(ms) {
      waited.push(ms);
    },
  };
}

/** A log that keeps its notices. */
export function noticeLog(notices: string[], redact: (text: string) => string = (text) => text): Log {
  const none = () => {};
  return {
    group: (_title, body) => body(),
    notice: (line) => notices.push(line),
    ...{ info: none, foreign: none, warning: none, annotate: none, secret: none },
    tail: () => [],
    redact,
  };
}

/** A run of the stand-in's repository on pull request 7, with the given parts. */
export function runOn({ url }: GitHub, parts: Partial<GitHubRun> = {}): GitHubRun {
  return {
    workspace: "/",
    temp: "/",
    event: "pull_request",
    actor: "octocat",
    repository: "octo/app",
    sha: "",
    workflow: "Deploy",
    runId: "99",
    serverUrl: "https://github.com",
    apiUrl: url,
    publicRepository: false,
    action: "opened",
    pullRequest: { number: 7, fromFork: false, head: "" },
    ...parts,
  };
}
