import type { Send } from "./patience.ts";
import { allPages, answered, openRepository, type Place } from "./repository.ts";
import { GitHubTrouble } from "./trouble.ts";

/** What tells our deployments from others', and those of two runs apart. */
export type Mark = { readonly app: string; readonly key: string };

export type Wanted = {
  /** The commit's id. */
  readonly ref: string;
  readonly environment: string;
  readonly mark: Mark;
  /** Whether the environment is a review app's, which goes away again. */
  readonly review: boolean;
};

export type Stored = { readonly id: number; readonly mark: Partial<Mark> };

export type Status = {
  readonly state: "in_progress" | "success" | "failure" | "inactive";
  readonly log_url: string;
  readonly environment_url?: string;
  readonly description?: string;
};

/** The deployments of a repository. Everything throws GitHubTrouble. */
export type Deployments = {
  create(wanted: Wanted): Promise<Stored>;
  /** Those of an environment, the newest first. */
  list(environment: string): Promise<Stored[]>;
  /** The state that a deployment was given last, undefined when it has none yet. */
  state(id: number): Promise<string | undefined>;
  /** Success makes GitHub set the environment's earlier ones to `inactive`, but for transient and production ones. */
  setState(id: number, status: Status): Promise<void>;
};

/** The deployments of a repository, sent for by `send`. */
export function openDeployments(place: Place, send: Send): Deployments {
  const { octokit, names } = openRepository(place);
  const { repos } = octokit.rest;

  return {
    create: ({ ref, environment, mark, review }) =>
      send(false, async (signal) => {
        const { data } = await repos.createDeployment({
          ...names,
          ref,
          environment,
          payload: mark,
          // GitHub would else merge the default branch into the ref, or wait for checks, this very run among them.
          auto_merge: false,
          required_contexts: [],
          // Without them GitHub decides by the environment's name.
          ...(review && { transient_environment: true, production_environment: false }),
          request: { signal },
        });
        const made = answered(data);
        // Without `id` it is the word of a merge, which was not asked for.
        if (!("id" in made)) throw new GitHubTrouble(202, "refused");
        return storedOf(made);
      }),
    async list(environment) {
      const all = await allPages((page) =>
        send(true, async (signal) => {
          const asked = { ...names, ...page, environment, request: { signal } };
          return answered((await repos.listDeployments(asked)).data);
        }),
      );
      return all.map(storedOf).toSorted((a, b) => b.id - a.id);
    },
    async state(deployment_id) {
      const statuses = await send(true, async (signal) => {
        const newest = { ...names, deployment_id, per_page: 1, request: { signal } };
        return answered((await repos.listDeploymentStatuses(newest)).data);
      });
      return statuses.at(0)?.state;
    },
    // Sent twice it says the same twice.
    async setState(deployment_id, status) {
      await send(true, (signal) =>
        repos.createDeploymentStatus({ ...names, deployment_id, ...status, request: { signal } }),
      );
    },
  };
}

function storedOf({ id, payload }: { id: number; payload: unknown }): Stored {
  const { app, key } = Object(payload);
  return {
    id,
    mark: { ...(typeof app === "string" && { app }), ...(typeof key === "string" && { key }) },
  };
}
