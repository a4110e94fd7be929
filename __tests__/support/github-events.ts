import events from "./github-events.json" with { type: "json" };

type EventName = keyof typeof events;

/** An event as the runner hands it over: its name, its payload, and the variables that come of it. */
export type SentEvent = {
  readonly event: { readonly name: string; readonly payload: unknown };
  readonly env: Readonly<Record<string, string>>;
};

/** The head of pull request 7. */
export const HEAD = "7".repeat(40);

/** An event of the stand-in's private repository at the commit `sha`, as GitHub sends it. */
export function githubEvent(name: EventName, sha: string, url: string): SentEvent {
  const { [name]: payload } = events;
  const repository = { ...payload.repository, private: true, name: "app", full_name: "octo/app" };
  return {
    event: { name, payload: { ...payload, repository } },
    env: { GITHUB_REPOSITORY: "octo/app", GITHUB_SHA: sha, GITHUB_API_URL: url },
  };
}

/** What happened to pull request 7, in which GitHub has merged `HEAD` into the commit `sha`. */
export function pullRequestEvent(
  action: "opened" | "synchronize" | "closed",
  sha: string,
  url: string,
  { fork = false } = {},
): SentEvent {
  const sent = githubEvent("pull_request", sha, url);
  const { pull_request } = events.pull_request;
  const repo = { ...pull_request.head.repo, ...(fork && { id: 1, fork: true }) };
  const closed = action === "closed" && { state: "closed", merged: true };
  const pullRequest = {
    ...{ ...pull_request, number: 7, ...closed },
    head: { ...pull_request.head, sha: HEAD, repo },
  };
  const payload = { ...Object(sent.event.payload), action, number: 7, pull_request: pullRequest };
  return { ...sent, event: { name: "pull_request", payload } };
}
