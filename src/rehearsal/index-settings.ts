/**
 * Names of the variables by which pip, uv, Poetry, Pipenv and what they stand on learn how to reach an index and where
 * to keep what they got there, as alternatives of a regular expression (the tools' own pages on configuration by
 * environment variables). A rehearsal passes them on to the local Heroku, and that to these tools alone.
 */
export const INDEX_SETTINGS = [
  "PIP_.*",
  "UV_((DEFAULT_|EXTRA_)?INDEX(_URL|_.+_(USERNAME|PASSWORD))?|FIND_LINKS|OFFLINE|NATIVE_TLS|SYSTEM_CERTS|HTTP_TIMEOUT|CACHE_DIR)",
  "POETRY_(HTTP_BASIC_.*|CERTIFICATES_.*|CACHE_DIR)",
  "PIPENV_(PYPI_MIRROR|CACHE_DIR)",
  "SSL_CERT_FILE|SSL_CERT_DIR|REQUESTS_CA_BUNDLE|CURL_CA_BUNDLE|(HTTPS?|NO|ALL)_PROXY",
].join("|");
