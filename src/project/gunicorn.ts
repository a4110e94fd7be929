import { type Gunicorn, gunicornCommand, type Placed, type Started } from "./gunicorn-command.ts";
import { readGunicornConfig } from "./gunicorn-config.ts";
import type { Reading } from "./reading.ts";
import type { WebCommand } from "./web-command.ts";
import { targetOf } from "./web-target.ts";

/** How the web process starts gunicorn; undefined when none of its commands does. */
export function* readGunicorn(web: WebCommand | undefined): Reading<Gunicorn | undefined> {
  const started = web?.commands.map(gunicornCommand).find((found) => found !== undefined);
  if (!started) return undefined;
  const { config } = started.gunicorn;
  if (config === undefined) return { ...started.gunicorn, searchPath: undefined };
  const text = (yield [config]).get(config)?.toString("utf8");
  return text === undefined ? started.gunicorn : configured(started, config, text);
}

/** What the configuration file adds; what the command line says wins. */
function configured({ gunicorn, isOpen, root }: Started, file: string, text: string): Gunicorn {
  const { target, binds, workerClass, movesSearchPath } = readGunicornConfig(text);
  const placed = (value: { readonly text: string; readonly line: number }): Placed => ({
    ...value,
    literal: true,
    file,
  });
  return {
    ...gunicorn,
    target: isOpen && target ? targetOf(target.text, { file, line: target.line }, root) : gunicorn.target,
    searchPath: movesSearchPath ? undefined : gunicorn.searchPath,
    binds: gunicorn.binds.length > 0 ? gunicorn.binds : binds.map(placed),
    workerClass: gunicorn.workerClass ?? (workerClass && placed(workerClass)),
  };
}
