import { createApp } from "../../src/heroku/apps.ts";
import type { Report } from "../../src/report/report.ts";
import { awaitRelease } from "../../src/steps/await-release.ts";
import { push } from "../../src/steps/push.ts";
import type { Outcome, Stopped } from "../../src/steps/step.ts";
import type { Scene } from "./step-world.ts";

export type Walked = {
  readonly pushed: Outcome | Stopped;
  readonly released: Outcome | Stopped;
  readonly learned: Partial<Report>;
};

/** Creates the scene's app on Heroku, and gives what ensure-app would learn. */
export async function appOf({ world }: Scene, name: string): Promise<Pick<Report, "app">> {
  const made = await createApp(world.heroku.api, { name, region: "us", stack: undefined, team: undefined });
  return { app: { name, url: made.webUrl, gitUrl: made.gitUrl } };
}

/** Pushes the scene's commit and waits for its release, as the deploy does. */
export async function pushAndRelease({ world, job }: Scene, known: Partial<Report>): Promise<Walked> {
  const pushed = await push.run(await job({}, known), world);
  const step = { id: "push", title: push.title, status: pushed.status, detail: "", ms: 0 };
  const afterPush = { ...known, ...pushed.learned, steps: [step] };
  const released = await awaitRelease.run(await job({}, afterPush), world);
  return { pushed, released, learned: { ...afterPush, ...released.learned } };
}
