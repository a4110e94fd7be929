import { getOctokit } from "@actions/github";
import { GitHubTrouble } from "./trouble.ts";

/** One repository on GitHub, and the token that is used for it. */
export type Place = {
  readonly apiUrl: string;
  readonly token: string;
  /** `owner/name`. */
  readonly repository: string;
};

/** GitHub takes no more on one page. */
const PAGE = 100;

const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** Octokit, which must not print what it sends, and the two names that every request wants. */
export function openRepository({ apiUrl, token, repository }: Place) {
  const [owner = "", repo = ""] = repository.split("/");
  return { octokit: getOctokit(token, { baseUrl: apiUrl, log: silent }), names: { owner, repo } };
}

/** Everything of a list that GitHub gives in pages. */
export async function allPages<T>(
  ask: (page: { page: number; per_page: number }) => Promise<readonly T[]>,
): Promise<T[]> {
  const all: T[] = [];
  for (let page = 1; ; page++) {
    const found = await ask({ page, per_page: PAGE });
    all.push(...found);
    if (found.length < PAGE) return all;
  }
}

/** What GitHub answered. Throws GitHubTrouble for something else, such as a proxy's page. */
export function answered<T extends object>(data: T): T {
  if (typeof data === "object") return data;
  throw new GitHubTrouble(null, "transient");
}
