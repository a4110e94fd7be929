/** A package index that may be asked. */
export type IndexSource = {
  /** Whether it is PyPI, which pip on Heroku asks. */
  readonly isPublic: boolean;
  /** The root of its simple API, without credentials. */
  readonly url: URL;
  /** The value of an Authorization header; a secret. */
  readonly authorization: string | undefined;
};

const PUBLIC = "https://pypi.org/simple/";

/**
 * The index that pip of this job would ask: PyPI, or what PIP_INDEX_URL names. Undefined when it may ask none
 * (PIP_NO_INDEX), or when packages may come from yet another (PIP_EXTRA_INDEX_URL, also as a config var of the app,
 * the only one that Heroku gives to pip).
 */
export function indexSource(
  env: NodeJS.ProcessEnv,
  configVars: Readonly<Record<string, string>> = {},
): IndexSource | undefined {
  const isOff = /^(?:1|y|yes|t|true|on)$/i.test(env.PIP_NO_INDEX ?? "");
  if (isOff || env.PIP_EXTRA_INDEX_URL || configVars.PIP_EXTRA_INDEX_URL) return undefined;
  try {
    const url = new URL((env.PIP_INDEX_URL || PUBLIC).replace(/\/*$/, "/"));
    const login = decodeURIComponent(`${url.username}:${url.password}`);
    url.username = "";
    url.password = "";
    const authorization = login === ":" ? undefined : `Basic ${Buffer.from(login).toString("base64")}`;
    const isPublic = url.href === PUBLIC;
    return /^https?:$/.test(url.protocol) ? { isPublic, url, authorization } : undefined;
  } catch {
    // What is no URL names no index; it is not quoted, since it may hold a password.
    return undefined;
  }
}
