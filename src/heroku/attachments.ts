import { type Api, appPath } from "./api.ts";
import { fields, list, nested, text } from "./shape.ts";

/** What ties an add-on to an app: the attachment NAME makes the config var NAME_URL. */
export type Attachment = {
  readonly name: string;
  /** The add-on's name. */
  readonly addon: string;
  /** Id of the app. */
  readonly app: string;
};

/** The attachments of an app. */
export async function listAttachments(api: Api, app: string): Promise<Attachment[]> {
  const answer = await api.send({ method: "GET", path: appPath(app, "addon-attachments") });
  return list(answer, "attachments").map(parse);
}

/** The attachments of an add-on, to its own app and to others (Platform API, Add-on Attachment, List by Add-on). */
export async function listAttachmentsOf(api: Api, addon: string): Promise<Attachment[]> {
  const path = `/addons/${encodeURIComponent(addon)}/addon-attachments`;
  return list(await api.send({ method: "GET", path }), "attachments").map(parse);
}

/**
 * Attaches an add-on under a name. `confirm` is the app's name, as Heroku wants it for an attachment that
 * may take the place of another (the order of pg:promote, heroku/cli src/commands/pg/promote.ts).
 */
export function attach(api: Api, app: string, addon: string, name: string): Promise<Attachment> {
  const body = { addon, app, name, confirm: app };
  return api.create({ method: "POST", path: "/addon-attachments", body }, parse, async () =>
    (await listAttachments(api, app)).find((one) => one.name === name && one.addon === addon),
  );
}

function parse(answer: unknown): Attachment {
  const attachment = fields(answer, "attachment");
  return {
    name: text(attachment, "name"),
    addon: nested(attachment, "addon", "name") ?? "",
    app: text(fields(attachment.app, "app"), "id"),
  };
}
