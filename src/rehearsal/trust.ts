import { readFile } from "node:fs/promises";
import * as tls from "node:tls";
import { Failure } from "../failure.ts";

/** Lets this process trust one more authority; gives what takes the trust back. Throws Failure NODE_TOO_OLD. */
export async function trust(caFile: string): Promise<() => void> {
  // Node 24.5 and later; the first runners that know `node24` may have an older one.
  if (typeof tls.setDefaultCACertificates !== "function") {
    throw new Failure("NODE_TOO_OLD", "The runner's Node cannot be told to trust the local Heroku.", {
      fix: "Update the runner: a rehearsal needs Node 24.5 or newer.",
    });
  }
  const before = tls.getCACertificates("default");
  tls.setDefaultCACertificates([...before, await readFile(caFile, "utf8")]);
  return () => tls.setDefaultCACertificates(before);
}
