/**
 * What pip, uv, Poetry, Pipenv and the compilers behind them may see of this machine: where things are and how to reach
 * an index, nothing else, since packages run code while they are built.
 */
const NAMES = [
  "PATH|HOME|USER|LOGNAME|LANG|LC_ALL|TMPDIR|XDG_CONFIG_HOME|XDG_CACHE_HOME|LD_LIBRARY_PATH",
  "SSL_CERT_FILE|SSL_CERT_DIR|REQUESTS_CA_BUNDLE|CURL_CA_BUNDLE|(HTTPS?|NO|ALL)_PROXY",
  "PIP_.*",
  "UV_((DEFAULT_|EXTRA_)?INDEX(_URL|_.+_(USERNAME|PASSWORD))?|FIND_LINKS|OFFLINE|NATIVE_TLS|SYSTEM_CERTS|HTTP_TIMEOUT|CACHE_DIR)",
  "POETRY_(HTTP_BASIC_.*|CERTIFICATES_.*|CACHE_DIR)",
  "PIPENV_(PYPI_MIRROR|CACHE_DIR)",
];
const ALLOWED = new RegExp(`^(${NAMES.join("|")})$`, "i");

/** The environment of the build's tools. The user's HOME is in it because their configuration is there. */
export function toolEnvironment(): Record<string, string> {
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined && ALLOWED.test(name)) env[name] = value;
  }
  return env;
}
