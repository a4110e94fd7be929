import type { Platform } from "../platform.ts";
import type { App } from "../state/app.ts";
import type { Attachment } from "../state/attachment.ts";

/** The attachments of an app, oldest first. */
export function attachmentsOf(platform: Platform, app: App): Attachment[] {
  return [...platform.attachments.values()].filter((attachment) => attachment.app === app);
}

/** The config vars that an attachment gives, none while its database is being made. */
export function attachmentVars({ name, addon }: Attachment): [string, string][] {
  return addon.database ? [[`${name}_URL`, addon.database.url]] : [];
}
