import { INDEX_SETTINGS } from "./index-settings.ts";

/**
 * What the local Heroku may see of the job's environment: where programs and folders are, how the package managers, npm
 * and git reach an index. No secret of the job, no token, no file of the runner's: it runs code of the repository.
 */
const PLACES =
  "PATH|HOME|USER|LOGNAME|LANG|LC_ALL|TZ|TMPDIR|XDG_(CONFIG|CACHE|DATA)_HOME|LD_LIBRARY_PATH|RUNNER_TOOL_CACHE|AGENT_TOOLSDIRECTORY";
const PASSED_ON = new RegExp(
  `^(${PLACES}|${INDEX_SETTINGS}|NPM_CONFIG_(REGISTRY|CACHE)|NODE_EXTRA_CA_CERTS)$`,
  "i",
);

/** The environment of the local Heroku, from the job's. */
export function rehearsalEnvironment(job: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(job).flatMap(([name, value]) =>
      value !== undefined && PASSED_ON.test(name) ? [[name, value]] : [],
    ),
  );
}
