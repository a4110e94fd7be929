import type { GitHubRun } from "../github-run.ts";

/**
 * The head of the pull request when `commit` is GitHub's merge of it, which is what a `pull_request` run checks out by
 * default and nobody knows by its id; undefined when it is another commit.
 */
export function mergedHead(
  commit: string | null,
  { event, sha, pullRequest }: GitHubRun,
): string | undefined {
  return event === "pull_request" && commit === sha ? pullRequest?.head || undefined : undefined;
}
