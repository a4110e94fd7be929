import type { Run } from "./run.ts";
import type { WorkspaceRepository } from "./workspace.ts";

/** The first URL of a remote as the workspace's own configuration has it, undefined without one. It may hold a password. */
export async function remoteUrl(
  run: Run,
  { config }: WorkspaceRepository,
  name: string,
): Promise<string | undefined> {
  const { stdout } = await run(
    ["config", "--file", config, "--no-includes", "--null", "--get-all", `remote.${name}.url`],
    {
      answers: [1],
    },
  );
  return stdout.toString().split("\0")[0] || undefined;
}

/** Writes the URL of a remote into the workspace's configuration. Throws on a URL with a user name or password in it. */
export async function setRemoteUrl(
  run: Run,
  { config }: WorkspaceRepository,
  name: string,
  url: string,
): Promise<void> {
  const { username, password, href } = new URL(url);
  if (username || password) throw new Error(`The URL for the remote ${name} holds credentials.`);
  await run(["config", "--file", config, "--replace-all", `remote.${name}.url`, href]);
}
