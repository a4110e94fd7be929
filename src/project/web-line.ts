import type { Container } from "./container.ts";
import { runWeb } from "./heroku-yml.ts";
import type { Procfile } from "./procfile.ts";

/** The command that Heroku starts the web process with, and where it is written. */
export type WebLine = {
  readonly file: "Procfile" | "heroku.yml";
  readonly line: number;
  readonly command: string;
};

/** Where a Dockerfile builds the app, heroku.yml alone says what is run, or nothing does but the Dockerfile. */
export function webLine(
  procfile: Procfile | undefined,
  texts: ReadonlyMap<string, string>,
  container: Container | undefined,
): WebLine | undefined {
  if (container === undefined) {
    const web = procfile?.processes.get("web");
    return web && { file: "Procfile", line: web.line, command: web.command };
  }
  const web = runWeb(texts.get("heroku.yml") ?? "");
  return web && { file: "heroku.yml", ...web };
}
