import type { Deployments } from "./deployments.ts";

/**
 * Sets the deployments of a review app that is gone to `inactive`, which GitHub shows as destroyed; gives the newest,
 * undefined when there was none. Those that other apps have in the same environment stay. Throws GitHubTrouble.
 */
export async function retire(
  deployments: Deployments,
  { environment, app, log_url }: { environment: string; app: string; log_url: string },
): Promise<number | undefined> {
  const ours = (await deployments.list(environment)).filter(({ mark }) => mark.app === app);
  for (const { id } of ours) {
    if ((await deployments.state(id)) !== "inactive")
      await deployments.setState(id, { state: "inactive", log_url });
  }
  return ours.at(0)?.id;
}
