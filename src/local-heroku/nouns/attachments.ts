import { randomUUID } from "node:crypto";
import { ApiError, invalidParams, notFound } from "../http/api-error.ts";
import type { Platform } from "../platform.ts";
import type { Addon } from "../state/addon.ts";
import type { App } from "../state/app.ts";
import type { Attachment } from "../state/attachment.ts";
import { now } from "../state/now.ts";
import { attachmentsOf } from "./attachments-of.ts";
import { addRelease } from "./releases.ts";

export type NewAttachment = {
  readonly addon: Addon;
  readonly app: App;
  readonly name: string | undefined;
  readonly namespace: string | null;
  readonly confirm: string | undefined;
};

const COLOURS = [
  "AMBER",
  "AQUA",
  "BLACK",
  "BLUE",
  "BRONZE",
  "COPPER",
  "CYAN",
  "GRAY",
  "JADE",
  "ONYX",
  "PINK",
  "TEAL",
];

/** Puts an attachment into the state, with no questions and no release. */
export function addAttachment(
  platform: Platform,
  app: App,
  addon: Addon,
  name: string,
  namespace: string | null,
) {
  const attachment: Attachment = { id: randomUUID(), name, namespace, addon, app, createdAt: now() };
  platform.attachments.set(attachment.id, attachment);
  return attachment;
}

/**
 * The name for a new attachment: the wished one, else `first` if it is free, else HEROKU_POSTGRESQL_ and a colour.
 * Throws 422 when the wished one is in use.
 */
export function freeAttachmentName(
  platform: Platform,
  app: App,
  wish: string | undefined,
  first?: string,
): string {
  const names = attachmentsOf(platform, app).map(({ name }) => name);
  const isFree = (name: string) => !names.includes(name) && !app.configVars.has(`${name}_URL`);
  if (wish !== undefined) {
    if (isFree(wish)) return wish;
    throw invalidParams(`Name ${wish} is already in use by another add-on or config var of this app.`);
  }
  const colours = COLOURS.map((colour) => `HEROKU_POSTGRESQL_${colour}`);
  const found = [...(first ? [first] : []), ...colours].find(isFree);
  if (!found) throw invalidParams("This app has too many attachments.");
  return found;
}

/**
 * Attaches an add-on under another name. A name that another add-on holds is taken over if `confirm` is the app's
 * name: this is what promoting a database is. Each change of names is a release. Throws ApiError.
 */
export function attach(
  platform: Platform,
  { addon, app, name, namespace, confirm }: NewAttachment,
): Attachment {
  const holder = attachmentsOf(platform, app).find((attachment) => attachment.name === name);
  if (holder) {
    if (confirm !== app.name) {
      const question = `${name} is attached already. Confirm with the name of the app to replace it.`;
      throw new ApiError(423, "confirmation_required", question);
    }
    detach(platform, holder);
  }
  const attachment = addAttachment(platform, app, addon, freeAttachmentName(platform, app, name), namespace);
  addRelease(platform, app, { description: `Attach ${attachment.name} (@ref:${addon.name})` });
  return attachment;
}

/** Removes an attachment. Throws 422 for the last one that its add-on has. */
export function detach(platform: Platform, attachment: Attachment): void {
  const others = [...platform.attachments.values()].filter(({ addon }) => addon === attachment.addon);
  if (others.length < 2) throw invalidParams("Cannot destroy last attachment to billing app for resource.");
  platform.attachments.delete(attachment.id);
  const description = `Detach ${attachment.name} (@ref:${attachment.addon.name})`;
  addRelease(platform, attachment.app, { description });
}

/** Attachments of an app that a word may mean: a name, an id, a config var, or the name or id of the add-on. Throws 404. */
export function resolveAttachments(platform: Platform, app: App | undefined, word: string): Attachment[] {
  const wished = word.replace(/^.*::/, "");
  const candidates = app ? attachmentsOf(platform, app) : [...platform.attachments.values()];
  const exact = candidates.filter(
    ({ id, name }) => id === wished || name === wished || `${name}_URL` === wished,
  );
  const found =
    exact.length > 0 ? exact : candidates.filter(({ addon }) => [addon.id, addon.name].includes(wished));
  if (found.length === 0) throw notFound("add_on attachment");
  return found;
}
