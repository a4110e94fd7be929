export type StoredComment = { id: number; author: string; body: string; hidden: boolean };

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
    created_at: "2026-11-23T12:00:00Z",
    updated_at: "2026-11-23T12:00:00Z",
    minimized: hidden ? { reason: "outdated" } : null,
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
