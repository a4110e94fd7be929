import { parseArgs } from "node:util";
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
    process.stdout.write(`export ${name}=${quote(value)}\n`);
  await ended;
  await heroku.stop();
  process.exit();
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

/** Resolves when the service is to end. It listens from the beginning, so that nothing is left of a start that is broken off. */
function endOfService(untilStdinCloses: boolean): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => resolve());
    // Whoever reads our output may be gone before us.
    for (const stream of [process.stdout, process.stderr]) stream.on("error", () => resolve());
    if (untilStdinCloses)
      process.stdin.once("end", resolve).once("close", resolve).once("error", resolve).resume();
  });
}

function quote(value: string): string {
  return /^[\w@%+=:,./-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`;
}

await main().catch((error: unknown) => {
  process.stderr.write(`local-heroku: ${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
});
