import type { PushOutcome, PushRequest } from "./git.ts";
import { call, GIVE_UP } from "./network.ts";
import { pushOutcome } from "./push-outcome.ts";
import type { Base } from "./run.ts";

const MAIN = "refs/heads/main";

/**
 * Pushes one commit to `main`. A plain push is three requests (one without the key, which Heroku answers by 401,
 * the refs, the pack) and a replacing one two more, of the 75 an hour that Heroku grants to an app and a user.
 * What a server does is the outcome and never thrown; a URL to which the key must not go is.
 */
export async function push(request: PushRequest, base: Base): Promise<PushOutcome> {
  const { commit, apiKey, replace, signal } = request;
  const url = new URL(request.url);
  if (url.protocol !== "https:" && !isLoopback(url))
    throw new Error("The key goes over https, or to this machine.");
  const login = { username: "heroku", password: apiKey };
  const onLine = (line: string) => request.onLine(line.replace(/^remote: ?/, ""));

  const lease: string[] = [];
  if (replace) {
    const refs = await call(base, {
      args: ["ls-remote", url.href, MAIN],
      url,
      login,
      config: GIVE_UP,
      onLine,
      signal,
    });
    if (refs.code !== 0) return pushOutcome(refs);
    const current = refs.stdout.toString().split("\t")[0] ?? "";
    if (current === commit) return "up-to-date";
    lease.push(`--force-with-lease=${MAIN}:${current}`);
  }
  const args = ["push", "--porcelain", ...lease, url.href, `${commit}:${MAIN}`];
  return pushOutcome(await call(base, { args, url, login, onLine, signal }));
}

function isLoopback({ protocol, hostname }: URL): boolean {
  return (
    protocol === "http:" &&
    (hostname === "localhost" || hostname === "[::1]" || /^127(?:\.\d+){3}$/.test(hostname))
  );
}
