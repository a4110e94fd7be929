import type { GitHubTrouble } from "./trouble.ts";

/** What a kind of request needs, in words for a sentence. */
export type Needs = {
  /** For example `pull-requests: write`. */
  readonly permission: string;
  /** The input line that turns it off. */
  readonly off: string;
  /** What a 422 means for it. */
  readonly unusable: string;
};

/**
 * Why GitHub did not do it, and what helps; a fork's token can only read, whatever the job asks for, and after the end
 * of a review app no further run writes anything.
 */
export function reason(
  { status, kind }: GitHubTrouble,
  needs: Needs,
  { fromFork, mode }: { fromFork: boolean; mode: string },
): string {
  const later = mode === "destroy" ? "Run this job again to write it." : "The next run writes it.";
  if (kind === "locked" || status === 410) return "its conversation is locked or gone.";
  if (kind === "limited") return `GitHub limits requests just now. ${later}`;
  if (kind === "transient") return `GitHub did not answer in time. ${later}`;
  if (status === 401) return "GitHub refuses the token in the input `github-token`.";
  if (status === 422) return needs.unusable;
  if (fromFork) return `a fork's pull request has a token that can only read (${status}).`;
  return `GitHub answered ${status}; give the job \`permissions: ${needs.permission}\`, or set \`${needs.off}\`.`;
}
