/** What pip and the compilers behind it may see of this machine: where things are, how to reach an index, nothing else. */
const NAMES =
  /^(PATH|HOME|USER|LOGNAME|LANG|LC_ALL|TMPDIR|XDG_CONFIG_HOME|XDG_CACHE_HOME|LD_LIBRARY_PATH|PIP_.*|SSL_CERT_FILE|SSL_CERT_DIR|REQUESTS_CA_BUNDLE|CURL_CA_BUNDLE|(HTTPS?|NO|ALL)_PROXY)$/i;

/** The environment of the build's tools. The user's HOME is in it because pip's configuration is there. */
export function toolEnvironment(): Record<string, string> {
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined && NAMES.test(name)) env[name] = value;
  }
  return env;
}
