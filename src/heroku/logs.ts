import { type Api, appPath } from "./api.ts";
import type { HerokuPlaces } from "./heroku.ts";
import { fields, text } from "./shape.ts";

const LINES = 60;
const LIMIT_MS = 10_000;
const LIMIT_BYTES = 256 * 1024;

/**
 * The last lines of an app's log, raw: the app's own words with those of Heroku about its dynos. They come from an
 * address of one use, without credentials, as plain text or as server-sent events (Platform API, Log Session).
 * Gives none when the address is not Heroku's.
 */
export async function recentLog(api: Api, app: string, { dynoHost }: HerokuPlaces): Promise<string[]> {
  const path = appPath(app, "log-sessions");
  const session = await api.send({ method: "POST", path, body: { lines: LINES, tail: false } });
  const address = new URL(text(fields(session, "log session"), "logplex_url"));
  const trusted = address.hostname === dynoHost || address.hostname.endsWith(`.${dynoHost}`);
  if (address.protocol !== "https:" || !trusted) return [];

  const answer = await fetch(address, { redirect: "error", signal: AbortSignal.timeout(LIMIT_MS) });
  const content = (await answer.text()).slice(-LIMIT_BYTES);
  const events = answer.headers.get("content-type")?.includes("text/event-stream");
  const lines = content.split("\n").filter((line) => line.trim() !== "");
  return events ? lines.flatMap((line) => (line.startsWith("data:") ? [line.slice(5).trim()] : [])) : lines;
}
