/**
 * The payload of a `pull_request` event as far as the action looks at it (docs.github.com, Webhook events and payloads);
 * the number of the fork's repository is another one than that of the repository.
 */
export function pullRequestEvent(number: number, action: string, { fork = false } = {}) {
  const head = { sha: "0".repeat(40), repo: { id: fork ? 2 : 1 } };
  return { action, number, pull_request: { number, head, base: { repo: { id: 1 } } } };
}
