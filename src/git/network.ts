import { allowing, type ConfigEntry, withConfig } from "./environment.ts";
import { type Ended, runGroup } from "./process-group.ts";
import type { Base } from "./run.ts";

export type Login = { readonly username: string; readonly password: string };

export type Call = {
  readonly args: readonly string[];
  /** Where the verb goes, without credentials; the only place it may go. */
  readonly url: URL;
  readonly login?: Login | undefined;
  readonly config?: readonly ConfigEntry[];
  readonly onLine: (line: string) => void;
  readonly signal?: AbortSignal;
};

const PASSWORD = "FLASK_HEROKU_DEPLOY_PASSWORD";

/** For verbs that have no reason to be silent: a connection without a byte in a minute is given up. */
export const GIVE_UP: readonly ConfigEntry[] = [
  ["http.lowSpeedLimit", "1"],
  ["http.lowSpeedTime", "60"],
];

/**
 * Runs a git verb that talks to one URL. The password exists in the environment of this one process and its
 * children, where a helper that git asks for this URL's origin alone reads it: it never is in argv, in a URL,
 * or on disk. Throws on a scheme other than https, http and file.
 */
export function call(base: Base, { args, url, login, config = [], onLine, signal }: Call): Promise<Ended> {
  let environment = withConfig(allowing(base.environment, transport(url)), config);
  if (login) {
    const helper = `!f() { test "$1" = get && printf 'username=%s\\npassword=%s\\n' ${login.username} "$${PASSWORD}"; }; f`;
    environment = withConfig({ ...environment, [PASSWORD]: login.password }, [
      [`credential.${url.origin}.helper`, helper],
      // From git 2.46 on the key goes with the first request, which saves the one that is answered by 401.
      [`http.${url.origin}.proactiveAuth`, "basic"],
    ]);
  }
  return runGroup({
    file: base.git,
    args,
    cwd: base.cwd,
    env: environment,
    onLine,
    signal: signal ? AbortSignal.any([signal, base.signal]) : base.signal,
  });
}

function transport({ protocol }: URL): "https" | "http" | "file" {
  if (protocol === "https:") return "https";
  if (protocol === "http:") return "http";
  if (protocol === "file:") return "file";
  throw new Error(`Git may not talk ${protocol}`);
}
