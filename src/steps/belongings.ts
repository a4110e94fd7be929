import { Failure } from "../failure.ts";
import { type Addon, isPostgres, listAddons } from "../heroku/addons.ts";
import type { Api } from "../heroku/api.ts";
import type { App } from "../heroku/apps.ts";
import { listAttachments, listAttachmentsOf } from "../heroku/attachments.ts";
import { listDomains } from "../heroku/domains.ts";

/**
 * What goes with an app when it is deleted, an entry each; `vars` are the names of its config vars. Throws Failure
 * (ADDON_SHARED) when another app uses one of its add-ons: that app would lose it, with all its data.
 */
export async function belongings(api: Api, app: App, vars: readonly string[]): Promise<string[]> {
  const [addons, attachments, domains] = await Promise.all([
    listAddons(api, app.id),
    listAttachments(api, app.id),
    listDomains(api, app.id),
  ]);
  const own = addons.filter(({ owner }) => owner === app.id);
  for (const addon of own) await refuseShared(api, addon, app);

  const ownNames = own.map(({ name }) => name);
  const borrowed = attachments.map(({ addon }) => addon).filter((name) => !ownNames.includes(name));
  return [
    ...own.map(entry),
    ...[...new Set(borrowed)].map(
      (name) => `The attachment of ${name}, which belongs to another app and stays`,
    ),
    ...(vars.length > 0 ? [`The config vars ${vars.join(", ")}`] : []),
    ...domains.map((domain) => `The domain ${domain}`),
  ];
}

async function refuseShared(api: Api, addon: Addon, app: App): Promise<void> {
  const users = await listAttachmentsOf(api, addon.id);
  if (users.every((attachment) => attachment.app === app.id)) return;
  throw new Failure(
    "ADDON_SHARED",
    `Another app uses the add-on ${addon.name} of ${app.name} and would lose it, so nothing was removed.`,
    {
      fix: `See who does with \`heroku addons:info ${addon.name}\`, and detach it there; or remove ${app.name} by hand.`,
      page: "steps/destroy-app.md",
    },
  );
}

function entry(addon: Addon): string {
  const { name, plan } = addon;
  return isPostgres(addon)
    ? `The database ${name} (${plan}) with all its data`
    : `The add-on ${name} (${plan})`;
}
