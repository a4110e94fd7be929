import { type Api, appPath } from "./api.ts";
import { type HerokuPlaces, isOn } from "./heroku.ts";
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
  if (address.protocol !== "https:" || !isOn(dynoHost, address.hostname)) return [];

  const answer = await fetch(address, { redirect: "error", signal: AbortSignal.timeout(LIMIT_MS) });
  const content = await endOf(answer.body ?? [], LIMIT_BYTES);
  const events = answer.headers.get("content-type")?.includes("text/event-stream");
  const lines = content.split("\n").filter((line) => line.trim() !== "");
  return events ? lines.flatMap((line) => (line.startsWith("data:") ? [line.slice(5).trim()] : [])) : lines;
}

/** The last bytes of a text, however long it is: no more than those are kept. */
export async function endOf(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  most: number,
): Promise<string> {
  let end = Buffer.alloc(0);
  for await (const chunk of chunks) end = Buffer.concat([end, chunk]).subarray(-most);
  return end.toString("utf8");
}
