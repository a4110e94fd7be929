import { randomInt, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { Failure } from "../../failure.ts";
import { ApiError, invalidParams, notFound } from "../http/api-error.ts";
import type { Platform } from "../platform.ts";
import type { Addon } from "../state/addon.ts";
import type { App } from "../state/app.ts";
import type { Attachment } from "../state/attachment.ts";
import { now } from "../state/now.ts";
import { findPlan } from "../state/plans.ts";
import { refuseUnpaid } from "./account.ts";
import { addAttachment, freeAttachmentName } from "./attachments.ts";
import { attachmentVars } from "./attachments-of.ts";
import { addRelease } from "./releases.ts";

export type NewAddon = {
  readonly plan: string;
  readonly name: string | undefined;
  readonly attachment: string | undefined;
};

const ADJECTIVES = [
  "amber",
  "clear",
  "deep",
  "flat",
  "polished",
  "round",
  "silver",
  "tall",
  "vertical",
  "wavy",
];

/**
 * Adds a database to an app. It is provisioned when this returns, or still `provisioning` where the options say
 * that it takes time; its config var and its release appear with the database. Throws ApiError.
 */
export async function createAddon(platform: Platform, app: App, wish: NewAddon): Promise<Addon> {
  refuseUnpaid(platform);
  const plan = findPlan(wish.plan);
  const name =
    wish.name ?? `postgresql-${ADJECTIVES[randomInt(ADJECTIVES.length)]}-${randomInt(10_000, 99_999)}`;
  if ([...platform.addons.values()].some((addon) => addon.name === name)) {
    throw invalidParams("Name is already in use by another add-on.");
  }
  const attachmentName = freeAttachmentName(platform, app, wish.attachment, "DATABASE");
  const addon: Addon = {
    id: randomUUID(),
    name,
    plan,
    app,
    createdAt: now(),
    updatedAt: now(),
    state: "provisioning",
    database: undefined,
  };
  platform.addons.set(addon.id, addon);
  const attachment = addAttachment(platform, app, addon, attachmentName, null);
  const slow = platform.limits.slowProvisioningMs;
  if (slow > 0) void sleep(slow, undefined, { ref: false }).then(() => provision(platform, attachment));
  else await provision(platform, attachment);
  return addon;
}

/** The add-on of that name or id, among those of one app if one is given. Throws 404. */
export function findAddon(platform: Platform, nameOrId: string, app?: App): Addon {
  const addon = [...platform.addons.values()].find(
    ({ id, name, app: owner }) =>
      (id === nameOrId || name === nameOrId) && (app === undefined || owner === app),
  );
  if (!addon) throw notFound("add_on");
  return addon;
}

/** Removes an add-on with its attachments, each by a release, and drops its database. */
export async function destroyAddon(platform: Platform, addon: Addon): Promise<void> {
  addon.state = "deprovisioned";
  addon.updatedAt = now();
  platform.addons.delete(addon.id);
  for (const attachment of [...platform.attachments.values()]) {
    if (attachment.addon !== addon) continue;
    platform.attachments.delete(attachment.id);
    if (platform.apps.get(attachment.app.name) === attachment.app) {
      addRelease(platform, attachment.app, { description: `Detach ${attachment.name} (@ref:${addon.name})` });
    }
  }
  const { database } = addon;
  addon.database = undefined;
  await database?.drop();
}

async function provision(platform: Platform, attachment: Attachment): Promise<void> {
  const { addon, app } = attachment;
  try {
    if (platform.scenario.provisioningFails) throw new Error("The scenario wants no database.");
    const database = await (await platform.postgres).createDatabase();
    if (addon.state === "deprovisioned") return await database.drop();
    addon.database = database;
    addon.state = "provisioned";
  } catch (error) {
    platform.log(`The database ${addon.name} could not be made: ${error}`);
    if (error instanceof Failure) {
      const { code, message: problem, fix } = error;
      platform.tell({ kind: "trouble", code, problem, fix });
    }
    addon.state = "deprovisioned";
    platform.attachments.delete(attachment.id);
    if (platform.limits.slowProvisioningMs > 0) return;
    platform.addons.delete(addon.id);
    throw new ApiError(422, "addon_error", "The database could not be provisioned. Try again later.");
  }
  addon.updatedAt = now();
  const vars = attachmentVars(attachment).map(([name]) => name);
  const words = `@ref:${addon.name} completed provisioning, setting ${vars.join(", ")}.`;
  addRelease(platform, app, { description: words, phase: true });
}
