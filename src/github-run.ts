/** What GitHub says about this run, from GITHUB_* and the event's payload. */
export type GitHubRun = {
  /** Absolute path of the checkout. */
  readonly workspace: string;
  /** Absolute path of a folder that is emptied after the job. */
  readonly temp: string;
  readonly event: string;
  /** Who triggered the run, for example `dependabot[bot]`. */
  readonly actor: string;
  /** `owner/name`, empty outside GitHub. */
  readonly repository: string;
  /** GITHUB_SHA: the commit that triggered the run, empty outside GitHub. */
  readonly sha: string;
  readonly workflow: string;
  readonly runId: string;
  readonly serverUrl: string;
  readonly apiUrl: string;
  /** Whether everybody may read the repository; undefined when the event does not say. */
  readonly publicRepository: boolean | undefined;
  /** What happened to the pull request or release, for example `closed`; empty when the event has no action. */
  readonly action: string;
  /** `head` is the id of its last commit. */
  readonly pullRequest:
    | { readonly number: number; readonly fromFork: boolean; readonly head: string }
    | undefined;
};

/**
 * What GitHub says about this run: `env` is the runner's environment, `event` the payload of the event,
 * whatever JSON it is (docs.github.com, Variables reference; Webhook events and payloads).
 */
export function readRun(env: NodeJS.ProcessEnv, event: unknown): GitHubRun {
  return {
    workspace: env.GITHUB_WORKSPACE || process.cwd(),
    temp: env.RUNNER_TEMP ?? "",
    event: env.GITHUB_EVENT_NAME ?? "",
    actor: env.GITHUB_ACTOR ?? "",
    repository: env.GITHUB_REPOSITORY ?? "",
    sha: env.GITHUB_SHA ?? "",
    workflow: env.GITHUB_WORKFLOW ?? "",
    runId: env.GITHUB_RUN_ID ?? "",
    serverUrl: env.GITHUB_SERVER_URL || "https://github.com",
    apiUrl: env.GITHUB_API_URL || "https://api.github.com",
    publicRepository: publicRepository(event),
    action: textAt(event, "action"),
    pullRequest: pullRequest(event),
  };
}

/** Where people see the run and its log. */
export function runAddress({ serverUrl, repository, runId }: GitHubRun): string {
  return `${serverUrl}/${repository}/actions/runs/${runId}`;
}

function pullRequest(event: unknown): GitHubRun["pullRequest"] {
  const number = at(event, "pull_request", "number");
  if (typeof number !== "number" || !Number.isSafeInteger(number)) return undefined;
  const head = at(event, "pull_request", "head", "repo", "id");
  const base = at(event, "pull_request", "base", "repo", "id");
  // A deleted fork has no head.repo: whatever cannot be shown to be ours counts as a stranger's.
  const fromFork = typeof head !== "number" || head !== base;
  return { number, fromFork, head: textAt(event, "pull_request", "head", "sha") };
}

function publicRepository(event: unknown): boolean | undefined {
  const isPrivate = at(event, "repository", "private");
  return typeof isPrivate === "boolean" ? !isPrivate : undefined;
}

function textAt(event: unknown, ...path: readonly string[]): string {
  const text = at(event, ...path);
  return typeof text === "string" ? text : "";
}

function at(value: unknown, ...path: readonly string[]): unknown {
  let here = value;
  for (const name of path) {
    if (typeof here !== "object" || here === null) return undefined;
    here = (here as Record<string, unknown>)[name];
  }
  return here;
}
