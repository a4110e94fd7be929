import type { Deployments } from "./deployments.ts";

/**
 * Sets the deployments of a review app that is gone to `inactive`, which GitHub shows as destroyed; gives the newest,
 * undefined when there was none. Those that other apps have in the same environment stay. There may be many, and none
 * comes after: `open` begins a new budget for each. Throws GitHubTrouble.
 */
export async function retire(
  open: () => Deployments,
  { environment, app, log_url }: { environment: string; app: string; log_url: string },
): Promise<number | undefined> {
  const ours = (await open().list(environment)).filter(({ mark }) => mark.app === app);
  for (const { id } of ours) {
    const deployments = open();
    if ((await deployments.state(id)) !== "inactive")
      await deployments.setState(id, { state: "inactive", log_url });
  }
  return ours.at(0)?.id;
}
