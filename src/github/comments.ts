import { getOctokit } from "@actions/github";
import type { Send } from "./patience.ts";
import { GitHubTrouble, troubleOf } from "./trouble.ts";

export type Comment = {
  readonly id: number;
  readonly author: string;
  readonly body: string;
  readonly hidden: boolean;
};

/** The comments of one pull request. Everything throws GitHubTrouble. */
export type Comments = {
  /** All of them, the newest first. */
  list(): Promise<Comment[]>;
  create(body: string): Promise<void>;
  update(id: number, body: string): Promise<void>;
  remove(id: number): Promise<void>;
  /** The login that the token writes as; the job token's when GitHub does not tell. */
  author(): Promise<string>;
};

type Place = {
  readonly apiUrl: string;
  readonly token: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly number: number;
};

const PAGE = 100;

/** What a job's own token writes as. */
const JOB_TOKEN = "github-actions[bot]";

const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** The comments of a pull request, sent for by `send`. */
export function openComments({ apiUrl, token, repository, number }: Place, send: Send): Comments {
  const octokit = getOctokit(token, { baseUrl: apiUrl, log: silent });
  const [owner = "", repo = ""] = repository.split("/");
  const { issues } = octokit.rest;

  const page = (page: number) =>
    send(true, async (signal) => {
      const answer = await issues.listComments({
        owner,
        repo,
        issue_number: number,
        per_page: PAGE,
        page,
        request: { signal },
      });
      // A proxy's page instead of GitHub's answer.
      if (!Array.isArray(answer.data)) throw new GitHubTrouble(null, "transient");
      return answer.data;
    });

  return {
    async list() {
      const comments: Comment[] = [];
      for (let at = 1; ; at++) {
        const found = await page(at);
        for (const { id, user, body, ...more } of found) {
          const hidden = "minimized" in more && more.minimized !== null;
          comments.push({ id, author: user?.login ?? "", body: body ?? "", hidden });
        }
        if (found.length < PAGE) return comments.toSorted((a, b) => b.id - a.id);
      }
    },
    async create(body) {
      await send(false, (signal) =>
        issues.createComment({ owner, repo, issue_number: number, body, request: { signal } }),
      );
    },
    async update(id, body) {
      await send(true, (signal) =>
        issues.updateComment({ owner, repo, comment_id: id, body, request: { signal } }),
      );
    },
    async remove(id) {
      await send(true, (signal) =>
        issues.deleteComment({ owner, repo, comment_id: id, request: { signal } }),
      );
    },
    // REST's GET /user is closed to a job's token; `viewer` answers for every kind of token, without a permission.
    async author() {
      try {
        const answer = await send(true, (signal) =>
          octokit.graphql<{ viewer: { login: string } }>("query { viewer { login } }", {
            request: { signal },
          }),
        );
        return answer.viewer.login;
      } catch (error) {
        if (troubleOf(error).kind === "refused") return JOB_TOKEN;
        throw error;
      }
    },
  };
}
