import { randomUUID } from "node:crypto";
import type { Platform } from "../platform.ts";
import type { App } from "../state/app.ts";
import type { Build } from "../state/build.ts";
import { now } from "../state/now.ts";
import { createOutputStream } from "../state/output-stream.ts";

/** A new build of a commit, pending, with a first line in the app's log. */
export function addBuild(platform: Platform, app: App, commit: string): Build {
  const build: Build = {
    id: randomUUID(),
    commit,
    stack: app.buildStack,
    output: createOutputStream(),
    createdAt: now(),
    updatedAt: now(),
    status: "pending",
    slug: null,
    release: null,
  };
  app.builds.push(build);
  platform.outputs.set(build.output.id, build.output);
  app.logs.add("app", "api", `Build started by user ${platform.account.email}`);
  return build;
}

/** Ends a build; one that ended already stays as it is. */
export function endBuild(app: App, build: Build, status: "succeeded" | "failed"): void {
  if (build.status !== "pending") return;
  build.status = status;
  build.updatedAt = now();
  build.output.end();
  const words = status === "succeeded" ? "Build succeeded" : "Build failed -- check your build output";
  app.logs.add("app", "api", words);
}

/** Builds of all apps that are under way. */
export function pendingBuilds(platform: Platform): number {
  const builds = [...platform.apps.values()].flatMap((app) => app.builds);
  return builds.filter(({ status }) => status === "pending").length;
}
