import { shellWord } from "../shell-word.ts";

/** The push that a hook belongs to travels from the HTTP server through git to the hook in this variable. */
export const PUSH_VARIABLE = "LOCAL_HEROKU_PUSH";

/**
 * The text of a git hook: a Node program that hands its input to the local Heroku, prints what comes back while it
 * comes, and ends with the status that follows a NUL byte. It is written at run time, so a bundle carries no file.
 */
export function hookScript(name: string, { port }: { readonly port: number }): string {
  return `#!/bin/sh
exec ${shellWord(process.execPath)} -e ${shellWord(PROGRAM)} ${name} ${port}
`;
}

const PROGRAM = `
const [name, port] = process.argv.slice(1);
const { ${PUSH_VARIABLE}: push, GIT_OBJECT_DIRECTORY: objects, GIT_ALTERNATE_OBJECT_DIRECTORIES: alternates } = process.env;
let updates = "";
process.stdin.on("data", (chunk) => { updates += chunk; }).on("end", () => {
  const socket = require("net").connect(Number(port), "127.0.0.1");
  socket.write(JSON.stringify({ name, push, updates, objects, alternates }) + "\\n");
  let status = "";
  let ended = false;
  socket.on("data", (chunk) => {
    const end = ended ? 0 : chunk.indexOf(0);
    process.stdout.write(end < 0 ? chunk : chunk.subarray(0, end));
    if (end >= 0) status += chunk.subarray(ended ? 0 : end + 1);
    ended = ended || end >= 0;
  });
  socket.on("error", () => {});
  socket.on("close", () => { process.exitCode = status === "0" ? 0 : 1; });
});
`;
