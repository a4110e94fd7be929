const DAY = "2026-11-23T12:00:00Z";

export type StoredComment = { id: number; author: string; body: string; hidden: boolean };

export type StoredDeployment = {
  readonly id: number;
  readonly ref: string;
  readonly environment: string;
  readonly payload: unknown;
  readonly transient: boolean;
  readonly production: boolean;
  /** The newest last. */
  readonly statuses: StoredStatus[];
};

export type StoredStatus = {
  readonly state: string;
  readonly log_url: string;
  readonly environment_url: string;
  readonly description: string;
};

/** A comment as GitHub's API shows it. */
export function shownComment({ id, author, body, hidden }: StoredComment, origin: string) {
  const issue = `${origin}/repos/octo/app/issues/7`;
  return {
    id,
    node_id: `IC_${id}`,
    url: `${origin}/repos/octo/app/issues/comments/${id}`,
    html_url: `${origin}/octo/app/pull/7#issuecomment-${id}`,
    issue_url: issue,
    body,
    user: shownUser(author, origin),
    created_at: DAY,
    updated_at: DAY,
    minimized: hidden ? { reason: "outdated" } : null,
  };
}

/** A deployment as GitHub's API shows it. */
export function shownDeployment(deployment: StoredDeployment, origin: string) {
  const { id, ref, environment, payload, transient, production } = deployment;
  const url = `${origin}/repos/octo/app/deployments/${id}`;
  return {
    url,
    id,
    node_id: `DE_${id}`,
    sha: ref,
    ref,
    task: "deploy",
    payload,
    original_environment: environment,
    environment,
    description: null,
    creator: shownUser("github-actions[bot]", origin),
    created_at: DAY,
    updated_at: DAY,
    statuses_url: `${url}/statuses`,
    repository_url: `${origin}/repos/octo/app`,
    transient_environment: transient,
    production_environment: production,
  };
}

/** A deployment's status, the `index`th of them, as GitHub's API shows it. */
export function shownStatus({ id, environment, statuses }: StoredDeployment, index: number, origin: string) {
  const url = `${origin}/repos/octo/app/deployments/${id}`;
  const { log_url = "", environment_url = "", ...status } = statuses[index] ?? {};
  return {
    url: `${url}/statuses/${index + 1}`,
    id: id * 1_000 + index + 1,
    node_id: `DES_${index + 1}`,
    creator: shownUser("github-actions[bot]", origin),
    environment,
    target_url: log_url,
    log_url,
    // GitHub sends "" for none, which its own description does not allow.
    ...(environment_url !== "" && { environment_url }),
    ...status,
    created_at: DAY,
    updated_at: DAY,
    deployment_url: url,
    repository_url: `${origin}/repos/octo/app`,
  };
}

function shownUser(login: string, origin: string) {
  const links = [
    "followers",
    "following",
    "gists",
    "starred",
    "subscriptions",
    "organizations",
    "repos",
    "events",
    "received_events",
  ];
  const bot = login.endsWith("[bot]");
  return {
    login,
    id: bot ? 41898282 : 1,
    node_id: "U_1",
    avatar_url: `${origin}/avatar`,
    gravatar_id: "",
    url: `${origin}/users/1`,
    html_url: `${origin}/1`,
    ...Object.fromEntries(links.map((name) => [`${name}_url`, `${origin}/users/1/${name}`])),
    type: bot ? "Bot" : "User",
    site_admin: false,
  };
}
