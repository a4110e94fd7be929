import { runAddress } from "../github-run.ts";
import type { Settings } from "../settings.ts";
import { openDeployments } from "./deployments.ts";
import { patient, unhurried } from "./patience.ts";

const BUDGET_MS = 10_000;

/**
 * Gives the deployment of a run that was killed its last state; gives whether there was one and GitHub took it. `noted`
 * is its id, and its state when the run had come that far. Never throws.
 */
export async function closeLeftDeployment(
  noted: string,
  { run, githubToken: token }: Pick<Settings, "run" | "githubToken">,
): Promise<boolean> {
  const [, id, state] = /^(\d{1,15})(?: (success))?/.exec(noted) ?? [];
  if (id === undefined || token === undefined) return false;
  const pace = { ...unhurried(new AbortController().signal), budgetMs: BUDGET_MS };
  try {
    await openDeployments({ ...run, token }, patient(pace)).setState(Number(id), {
      state: state === "success" ? "success" : "failure",
      log_url: runAddress(run),
    });
    return true;
  } catch {
    return false;
  }
}
