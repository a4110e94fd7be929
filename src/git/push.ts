import type { ConfigEntry } from "./environment.ts";
import type { PushOutcome, PushRequest } from "./git.ts";
import { call, GIVE_UP } from "./network.ts";
import { pushOutcome } from "./push-outcome.ts";
import type { Base } from "./run.ts";

const MAIN = "refs/heads/main";
/** The second version of the protocol asks once more for the refs. */
const ONE_REQUEST: readonly ConfigEntry[] = [["protocol.version", "0"]];

/**
 * Pushes one commit to `main`. A plain push is two requests (the refs, the pack) and a replacing one three, of the
 * 75 an hour that Heroku grants to an app and a user; a git before 2.46 makes them three and five, as it first asks
 * without the key.
 * What a server does is the outcome and never thrown; a URL to which the key must not go is.
 */
export async function push(request: PushRequest, base: Base): Promise<PushOutcome> {
  const { commit, apiKey, replace, signal } = request;
  const url = new URL(request.url);
  if (!isFitForKey(url))
    throw new Error("The key goes over https or to this machine, and is not in the URL.");
  const login = { username: "heroku", password: apiKey };
  const onLine = (line: string) => request.onLine(line.replace(/^remote: ?/, ""));

  const lease: string[] = [];
  if (replace) {
    const refs = await call(base, {
      args: ["ls-remote", url.href, MAIN],
      url,
      login,
      config: [...GIVE_UP, ...ONE_REQUEST],
      onLine,
      signal,
    });
    if (refs.code !== 0) return pushOutcome(refs);
    const current = /^([0-9a-f]{40})\trefs\/heads\/main$/m.exec(refs.stdout.toString())?.[1] ?? "";
    if (current === commit) return "up-to-date";
    lease.push(`--force-with-lease=${MAIN}:${current}`);
  }
  const args = ["push", "--porcelain", ...lease, url.href, `${commit}:${MAIN}`];
  return pushOutcome(await call(base, { args, url, login, onLine, signal }));
}

function isFitForKey({ protocol, hostname, username, password }: URL): boolean {
  if (username || password) return false;
  const isLoopback = hostname === "localhost" || hostname === "[::1]" || /^127(?:\.\d+){3}$/.test(hostname);
  return protocol === "https:" || (protocol === "http:" && isLoopback);
}
