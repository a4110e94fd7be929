import { isAbsolute, resolve } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * Where a remote of the workspace can be read from: https, http or a folder of this machine, without the
 * credentials that may be in it. Undefined for all else: `ssh://` and `host:path` need a key that we do not
 * have, and `helper::address` would run a program of the repository's choice.
 */
export function readableUrl(remote: string, workspace: string): URL | undefined {
  if (/^(?:https?|file):\/\//.test(remote)) {
    const url = URL.parse(remote);
    if (url === null) return undefined;
    url.username = "";
    url.password = "";
    return url;
  }
  // Git's own rule: a colon before the first slash is never a path.
  if (/^[^/]*:/.test(remote) && !isAbsolute(remote)) return undefined;
  return pathToFileURL(resolve(workspace, remote));
}
