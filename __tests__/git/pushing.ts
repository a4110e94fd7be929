import { onTestFinished } from "vitest";
import type { Git, PushOutcome, PushRequest } from "../../src/git/git.ts";
import { type GitServer, type GitServerOptions, startGitServer } from "../support/git-server.ts";

export const KEY = "HRKU-0123456789abcdef-canary";

/** A git server that ends with the test, and asks for `KEY` unless told otherwise. */
export async function gitServer(options: GitServerOptions = {}): Promise<GitServer> {
  const server = await startGitServer({ password: KEY, ...options });
  onTestFinished(() => server.close());
  return server;
}

/** Pushes as the step does, and gives the outcome with the lines that were shown. */
export async function pushed(
  git: Git,
  request: Partial<PushRequest> & Pick<PushRequest, "commit" | "url">,
): Promise<{ outcome: PushOutcome; lines: string[] }> {
  const lines: string[] = [];
  const outcome = await git.push({
    apiKey: KEY,
    replace: false,
    signal: new AbortController().signal,
    ...request,
    onLine: (line) => {
      lines.push(line);
      request.onLine?.(line);
    },
  });
  return { outcome, lines };
}
