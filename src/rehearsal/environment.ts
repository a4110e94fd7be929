/**
 * What the local Heroku may see of the job's environment: where programs and folders are, how pip, npm and git reach
 * an index. No secret of the job, no token, no file of the runner's: it runs code of the repository.
 */
const PASSED_ON =
  /^(PATH|HOME|USER|LOGNAME|LANG|LC_ALL|TZ|TMPDIR|XDG_(CONFIG|CACHE|DATA)_HOME|LD_LIBRARY_PATH|RUNNER_TOOL_CACHE|AGENT_TOOLSDIRECTORY|PIP_.*|NPM_CONFIG_(REGISTRY|CACHE)|NODE_EXTRA_CA_CERTS|SSL_CERT_(FILE|DIR)|REQUESTS_CA_BUNDLE|CURL_CA_BUNDLE|(HTTPS?|NO|ALL)_PROXY)$/i;

/** The environment of the local Heroku, from the job's. */
export function rehearsalEnvironment(job: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(job).flatMap(([name, value]) =>
      value !== undefined && PASSED_ON.test(name) ? [[name, value]] : [],
    ),
  );
}
