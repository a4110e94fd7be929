import { setTimeout as sleep } from "node:timers/promises";
import { eachLine, FOREIGN } from "../lines.ts";
import type { Platform } from "../platform.ts";
import type { App } from "../state/app.ts";
import { createOutputStream } from "../state/output-stream.ts";
import type { Release } from "../state/release.ts";
import type { Slug } from "../state/slug.ts";
import { addDyno, changeState, removeDyno, startProcess } from "./dyno.ts";
import { freeName } from "./one-off.ts";

/** Runs the `release` process of a slug on a dyno of its own, and says what the release has come to. Never rejects. */
export async function runReleasePhase(
  platform: Platform,
  app: App,
  release: Release,
  slug: Slug,
): Promise<"succeeded" | "failed" | "expired"> {
  const output = createOutputStream();
  release.output = output;
  platform.outputs.set(output.id, output);
  const command = slug.processTypes.get("release") ?? "";
  const name = freeName(app, "release");
  const dyno = addDyno(platform, app, {
    name,
    type: "release",
    scheduled: false,
    size: "Basic",
    command,
    release,
  });
  try {
    const group = await startProcess(platform, app, dyno, slug);
    if (!group) return "failed";
    changeState(app, dyno, "up");
    const { stdout, stderr } = group.child;
    const take = (line: string) => {
      output.write(`${line}\n`);
      app.logs.add("app", name, line);
    };
    const read = eachLine([stdout, stderr], take, FOREIGN);
    const timer = new AbortController();
    const late = sleep(platform.limits.releasePhaseLimitMs, "late" as const, { signal: timer.signal });
    const exit = await Promise.race([group.ended, late.catch(() => "late" as const)]);
    timer.abort();
    if (exit === "late") {
      await dyno.stop();
      return "expired";
    }
    await read;
    app.logs.add("heroku", name, `Process exited with status ${exit.code ?? 137}`);
    return exit.code === 0 ? "succeeded" : "failed";
  } catch (error) {
    platform.log(`${app.name} ${name}: ${error}`);
    return "failed";
  } finally {
    changeState(app, dyno, "complete");
    removeDyno(app, dyno);
    output.end();
  }
}
