import type { Send } from "./patience.ts";
import { allPages, answered, openRepository, type Place } from "./repository.ts";
import { troubleOf } from "./trouble.ts";

export type Comment = {
  readonly id: number;
  readonly author: string;
  readonly body: string;
  readonly hidden: boolean;
  /** Where people read it. */
  readonly address: string;
};

/** The comments of one pull request. Everything throws GitHubTrouble. */
export type Comments = {
  /** All of them, the newest first. */
  list(): Promise<Comment[]>;
  create(body: string): Promise<Comment>;
  update(id: number, body: string): Promise<void>;
  remove(id: number): Promise<void>;
  /** The login that the token writes as; the job token's when GitHub does not tell. */
  author(): Promise<string>;
};

/** What a job's own token writes as. */
const JOB_TOKEN = "github-actions[bot]";

type Shown = {
  readonly id: number;
  readonly user: { readonly login: string } | null;
  readonly body?: string | undefined;
  readonly html_url: string;
};

/** The comments of pull request `number`, sent for by `send`. */
export function openComments(place: Place, number: number, send: Send): Comments {
  const { octokit, names } = openRepository(place);
  const { issues } = octokit.rest;

  return {
    async list() {
      const comments = await allPages((page) =>
        send(true, async (signal) => {
          const asked = { ...names, ...page, issue_number: number, request: { signal } };
          return answered((await issues.listComments(asked)).data);
        }),
      );
      return comments.map(commentOf).toSorted((a, b) => b.id - a.id);
    },
    create: (body) =>
      send(false, async (signal) => {
        const asked = { ...names, issue_number: number, body, request: { signal } };
        return commentOf(answered((await issues.createComment(asked)).data));
      }),
    async update(id, body) {
      await send(true, (signal) =>
        issues.updateComment({ ...names, comment_id: id, body, request: { signal } }),
      );
    },
    async remove(id) {
      await send(true, (signal) => issues.deleteComment({ ...names, comment_id: id, request: { signal } }));
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

function commentOf({ id, user, body, html_url, ...more }: Shown): Comment {
  const hidden = "minimized" in more && more.minimized !== null;
  return { id, author: user?.login ?? "", body: body ?? "", hidden, address: html_url };
}
