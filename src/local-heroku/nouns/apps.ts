import { randomBytes, randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { startRouter } from "../dynos/web-router.ts";
import { createRepository } from "../git/repository.ts";
import { ApiError, invalidParams, notFound } from "../http/api-error.ts";
import type { Platform } from "../platform.ts";
import type { App } from "../state/app.ts";
import { createLogBuffer } from "../state/log-buffer.ts";
import { now } from "../state/now.ts";
import { refuseUnpaid } from "./account.ts";
import { destroyAddon } from "./addons.ts";
import { addRelease } from "./releases.ts";

export type NewApp = {
  readonly name: string | undefined;
  readonly region: string | undefined;
  readonly stack: string | undefined;
  readonly team: string | undefined;
};

const REGIONS = ["us", "eu"];
/** heroku-20 can no longer be chosen. */
const STACKS = ["heroku-22", "heroku-24", "heroku-26"];
const DEFAULT_STACK = "heroku-24";
const NAME = /^[a-z][a-z0-9-]{1,28}[a-z0-9]$/;

/** Makes an app with its repository, its router and the two releases that a new app has. Throws ApiError. */
export async function createApp(platform: Platform, wish: NewApp): Promise<App> {
  const { scenario } = platform;
  refuseUnpaid(platform);
  if (wish.team !== undefined && !(scenario.teams ?? []).includes(wish.team)) throw notFound("team");
  const name = wish.name ?? `local-${randomBytes(4).toString("hex")}`;
  checkName(platform, name);
  const region = wish.region ?? "us";
  if (!REGIONS.includes(region)) throw invalidParams(`Region ${region} is not available.`);
  const stack = wish.stack === undefined ? DEFAULT_STACK : checkStack(wish.stack);
  const id = randomUUID();
  const app: App = {
    id,
    name,
    team: wish.team ?? null,
    region,
    stack,
    buildStack: stack,
    generation: scenario.generation ?? "cedar",
    maintenance: false,
    createdAt: now(),
    updatedAt: now(),
    releasedAt: null,
    buildpacks: [],
    configVars: new Map(),
    releases: [],
    slugs: new Map(),
    builds: [],
    formation: new Map(),
    dynos: [],
    logs: createLogBuffer(),
    router: await startRouter(platform, () => app),
    repository: await createRepository(platform, id),
  };
  platform.apps.set(name, app);
  addRelease(platform, app, { description: "Initial release", slug: null });
  addRelease(platform, app, { description: "Enable Logplex", slug: null });
  return app;
}

/** The app of that name or id. Throws 404 in Heroku's words, or 403 when the name is somebody else's. */
export function findApp(platform: Platform, nameOrId: string): App {
  const app = platform.apps.get(nameOrId) ?? [...platform.apps.values()].find(({ id }) => id === nameOrId);
  if (app) return app;
  if (platform.scenario.takenNames?.includes(nameOrId)) {
    throw new ApiError(403, "forbidden", `You do not have access to the app ${nameOrId}.`);
  }
  throw notFound("app");
}

/** Gives an app another name. Throws 422 for one that is taken, or is none. */
export function renameApp(platform: Platform, app: App, name: string): void {
  if (name === app.name) return;
  checkName(platform, name);
  platform.apps.delete(app.name);
  app.name = name;
  platform.apps.set(name, app);
}

/** A stack that a build can be made on. Throws 422 for any other. */
export function checkStack(stack: string): string {
  if (!STACKS.includes(stack)) throw invalidParams(`Stack ${stack} is not available.`);
  return stack;
}

/** Ends an app with its dynos, its add-ons and its files. */
export async function destroyApp(platform: Platform, app: App): Promise<void> {
  platform.apps.delete(app.name);
  const dynos = app.dynos.splice(0);
  await Promise.all(dynos.map((dyno) => dyno.stop()));
  for (const addon of [...platform.addons.values()]) {
    if (addon.app === app) await destroyAddon(platform, addon);
  }
  await app.router.close();
  await rm(app.repository, { recursive: true, force: true });
  for (const slug of app.slugs.values()) await rm(slug.folder, { recursive: true, force: true });
}

function checkName(platform: Platform, name: string): void {
  if (!NAME.test(name)) {
    const rule = "must start with a letter, end with a letter or digit and can only contain";
    throw invalidParams(`Name ${rule} lowercase letters, digits, and dashes, 3 to 30 of them.`);
  }
  if (platform.apps.has(name) || platform.scenario.takenNames?.includes(name)) {
    throw invalidParams(`Name ${name} is already taken`);
  }
}
