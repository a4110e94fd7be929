import type { ServerResponse } from "node:http";
import type { Platform } from "../platform.ts";
import type { OutputStream } from "../state/output-stream.ts";

const PATH = /^\/output\/([0-9a-f-]{36})$/;

/** Where the output of a build or a release phase is read: no authorization, the id is the secret. */
export function outputUrl({ origin }: Platform, { id }: OutputStream): string {
  return `${origin}/output/${id}`;
}

/** The output that a path names, if it does. */
export function findOutput({ outputs }: Platform, path: string): OutputStream | undefined {
  return outputs.get(PATH.exec(path)?.[1] ?? "");
}

/** Sends everything written so far, and what comes until the end. */
export async function serveOutput(output: OutputStream, response: ServerResponse): Promise<void> {
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  response.writeHead(200, { "Content-Type": "text/plain; charset=utf-8" });
  await output.read((text) => response.write(text), gone.signal);
  response.end();
}
