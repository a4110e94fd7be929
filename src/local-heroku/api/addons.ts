import { invalidParams, notFound } from "../http/api-error.ts";
import { type Call, listReply, type Route, reply, route } from "../http/router.ts";
import { createAddon, destroyAddon, findAddon } from "../nouns/addons.ts";
import { findApp } from "../nouns/apps.ts";
import { attachmentVars } from "../nouns/attachments-of.ts";
import type { Platform } from "../platform.ts";
import type { Addon } from "../state/addon.ts";
import { SERVICE } from "../state/plans.ts";
import { planJson } from "./plans.ts";
import { reference } from "./references.ts";

const addon = ({ attachments }: Platform, one: Addon) => {
  const own = [...attachments.values()].filter(
    (attachment) => attachment.addon === one && attachment.app === one.app,
  );
  const message = { provision_message: "Database is being created. It will be available shortly." };
  const plan = planJson(one.plan);
  return {
    actions: [],
    addon_service: SERVICE,
    app: reference(one.app),
    billed_price: plan.price,
    billing_entity: { ...reference(one.app), type: "app" },
    config_vars: own.flatMap(attachmentVars).map(([name]) => name),
    created_at: one.createdAt,
    id: one.id,
    name: one.name,
    plan,
    provider_id: one.id,
    ...(one.state === "provisioning" ? message : {}),
    state: one.state,
    updated_at: one.updatedAt,
    web_url: null,
  };
};

const create = async ({ platform, param, body }: Call) => {
  const app = findApp(platform, param("app"));
  const plan = body.reference("plan");
  if (plan === undefined) throw invalidParams("Plan is required.");
  const wish = { plan, name: body.text("name"), attachment: body.object("attachment").text("name") };
  return reply(addon(platform, await createAddon(platform, app, wish)), 201);
};

const destroy = async ({ platform, param }: Call) => {
  const app = findApp(platform, param("app"));
  const found = findAddon(platform, param("addon"), app);
  await destroyAddon(platform, found);
  return reply(addon(platform, found));
};

/** Add-ons that a word may mean: a name or id, an attachment's name, the name of the service. */
const resolve = ({ platform, body }: Call) => {
  const [word = "", appName] = [body.text("addon"), body.reference("app")];
  const app = appName === undefined ? undefined : findApp(platform, appName);
  const attached = [...platform.attachments.values()].filter((one) => app === undefined || one.app === app);
  const byName = [...platform.addons.values()].filter(({ id, name }) => id === word || name === word);
  const wished = word.replace(/^.*::/, "");
  const byAttachment = attached.filter(({ name }) => name === wished || `${name}_URL` === wished);
  const byService = word === SERVICE.name ? attached : [];
  const found = byName.length > 0 ? byName : [...byAttachment, ...byService].map((one) => one.addon);
  if (found.length === 0) throw notFound("add_on");
  return reply([...new Set(found)].map((one) => addon(platform, one)));
};

export const addonRoutes: readonly Route[] = [
  route("GET", "/addons", (call) => {
    return listReply(
      call,
      [...call.platform.addons.values()].map((one) => addon(call.platform, one)),
    );
  }),
  route("GET", "/addons/:addon", ({ platform, param }) => {
    return reply(addon(platform, findAddon(platform, param("addon"))));
  }),
  route("GET", "/apps/:app/addons", (call) => {
    const app = findApp(call.platform, call.param("app"));
    const all = [...call.platform.addons.values()].filter((one) => one.app === app);
    return listReply(
      call,
      all.map((one) => addon(call.platform, one)),
    );
  }),
  route("POST", "/apps/:app/addons", create),
  route("GET", "/apps/:app/addons/:addon", ({ platform, param }) => {
    const app = findApp(platform, param("app"));
    return reply(addon(platform, findAddon(platform, param("addon"), app)));
  }),
  route("DELETE", "/apps/:app/addons/:addon", destroy),
  route("POST", "/actions/addons/resolve", resolve),
];
