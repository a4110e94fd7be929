import { parseArgs } from "node:util";
import { shellWord } from "./shell-word.ts";
import { startLocalHeroku } from "./start.ts";

const USAGE = "usage: local-heroku [--port PORT] [--until-stdin-closes]";

/**
 * Serves a local Heroku until Ctrl-C, or until whoever started it closes its standard input. Prints what points the
 * real CLI and git at it; the last line, HEROKU_API_KEY, says that it is ready.
 */
async function main(): Promise<void> {
  const options = readArguments();
  if (!options) {
    process.stderr.write(`${USAGE}\n`);
    process.exitCode = 2;
    return;
  }
  const ended = endOfService(options.untilStdinCloses);
  const heroku = await startLocalHeroku({
    ...(options.port === undefined ? {} : { port: options.port }),
    log: (line) => process.stderr.write(`${line}\n`),
    ...(options.untilStdinCloses && {
      tell: (notice) => process.stdout.write(`${JSON.stringify(notice)}\n`),
    }),
  });
  for (const [name, value] of Object.entries(heroku.env))
    process.stdout.write(`export ${name}=${shellWord(value)}\n`);
  const exitCode = await ended;
  await heroku.stop();
  process.exit(exitCode);
}

function readArguments(): { port: number | undefined; untilStdinCloses: boolean } | undefined {
  try {
    const { values } = parseArgs({
      options: { port: { type: "string" }, "until-stdin-closes": { type: "boolean", default: false } },
    });
    const port = values.port === undefined ? undefined : Number(values.port);
    if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port < 65_536)) return undefined;
    return { port, untilStdinCloses: values["until-stdin-closes"] };
  } catch {
    return undefined;
  }
}

/**
 * Resolves with the exit code when the service is to end: told to, or by a defect of our own, which must not leave dynos
 * and a database behind. It listens from the beginning, so that nothing is left of a start that is broken off.
 */
function endOfService(untilStdinCloses: boolean): Promise<number> {
  return new Promise((resolve) => {
    const end = () => resolve(0);
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, end);
    // Whoever reads our output may be gone before us.
    for (const stream of [process.stdout, process.stderr]) stream.on("error", end);
    if (untilStdinCloses) process.stdin.once("end", end).once("close", end).once("error", end).resume();
    // Rejections that nobody handles come here too.
    process.on("uncaughtException", (error: unknown) => {
      complain(error);
      resolve(1);
    });
  });
}

function complain(error: unknown): void {
  process.stderr.write(`local-heroku: ${error instanceof Error ? error.message : error}\n`);
}

await main().catch((error: unknown) => {
  complain(error);
  process.exit(1);
});
