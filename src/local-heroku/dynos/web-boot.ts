import { setTimeout as sleep } from "node:timers/promises";
import type { Platform } from "../platform.ts";
import type { Group } from "../processes.ts";
import type { App } from "../state/app.ts";
import type { Dyno } from "../state/dyno.ts";
import { changeState } from "./dyno.ts";
import { type Reach, reachOf, TELLS_ADDRESS } from "./reach.ts";

const POLL_MS = 25;
/** How long a process may listen on 127.0.0.1 alone: longer than one that is about to listen elsewhere too. */
const UNHEARD_MS = 2_000;
const UNTOLD =
  "A process that listens on 127.0.0.1 alone is reached here; on Heroku it is not, and ends with R10.";

/**
 * Waits until a web process listens on its port where Heroku's router would reach it, and ends it with R10 when it takes
 * too long. One that listens on 127.0.0.1 is not waited for to the end: nobody but its own dyno ever hears it.
 */
export async function untilHeard(
  platform: Platform,
  app: App,
  dyno: Dyno,
  group: Group,
  port: number,
): Promise<void> {
  const limit = Date.now() + platform.limits.bootLimitMs;
  let alone: number | undefined;
  while (!dyno.stopping && dyno.state === "starting") {
    const reach = await reachOf(port);
    if (reach !== undefined && reach !== "loopback") return heard(platform, app, dyno, reach);
    alone = reach === "loopback" ? (alone ?? Date.now()) : undefined;
    const isUnheard = alone !== undefined && Date.now() - alone > UNHEARD_MS;
    if (isUnheard)
      app.logs.add(
        "heroku",
        dyno.name,
        "It listens on 127.0.0.1 alone, where nobody outside of the dyno reaches it",
      );
    if (isUnheard || Date.now() > limit) return end(platform, app, dyno, group);
    await sleep(POLL_MS);
  }
}

function heard(platform: Platform, app: App, dyno: Dyno, { host }: Exclude<Reach, string>): void {
  dyno.host = host;
  if (!TELLS_ADDRESS) platform.tell({ kind: "difference", about: "loopback", sentence: UNTOLD });
  changeState(app, dyno, "up");
}

function end(platform: Platform, app: App, dyno: Dyno, group: Group): void {
  const seconds = Math.round(platform.limits.bootLimitMs / 1000);
  const words = `Web process failed to bind to $PORT within ${seconds} seconds of launch`;
  app.logs.add("heroku", dyno.name, `Error R10 (Boot timeout) -> ${words}`);
  app.logs.add("heroku", dyno.name, "Stopping process with SIGKILL");
  platform.tell({ kind: "end", end: "boot-timeout" });
  group.signal("SIGKILL");
}
