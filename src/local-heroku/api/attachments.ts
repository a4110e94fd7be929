import { notFound } from "../http/api-error.ts";
import { type Call, listReply, type Route, reply, route } from "../http/router.ts";
import { findAddon } from "../nouns/addons.ts";
import { findApp } from "../nouns/apps.ts";
import { attach, detach, resolveAttachments } from "../nouns/attachments.ts";
import { attachmentsOf, attachmentVars } from "../nouns/attachments-of.ts";
import type { Attachment } from "../state/attachment.ts";
import { planName } from "../state/plans.ts";
import { reference } from "./references.ts";

/** Config vars and the add-on's plan are in it only when the Accept-Inclusion header asks for them. */
const attachment = ({ inclusion }: Call, one: Attachment) => {
  const plan = inclusion.includes("addon:plan")
    ? { plan: { id: one.addon.plan.id, name: planName(one.addon.plan) } }
    : {};
  const vars = inclusion.includes("config_vars")
    ? { config_vars: attachmentVars(one).map(([name]) => name) }
    : {};
  return {
    addon: { ...reference(one.addon), app: reference(one.addon.app), ...plan },
    app: reference(one.app),
    ...vars,
    created_at: one.createdAt,
    id: one.id,
    log_input_url: null,
    name: one.name,
    namespace: one.namespace,
    updated_at: one.createdAt,
    web_url: null,
  };
};

const list = (call: Call, all: readonly Attachment[]) =>
  listReply(
    call,
    all.map((one) => attachment(call, one)),
  );

const find = ({ platform, param }: Call): Attachment => {
  const found = platform.attachments.get(param("attachment"));
  if (!found) throw notFound("add_on attachment");
  return found;
};

const create = (call: Call) => {
  const { platform, body } = call;
  const made = attach(platform, {
    addon: findAddon(platform, body.reference("addon") ?? ""),
    app: findApp(platform, body.reference("app") ?? ""),
    name: body.text("name"),
    namespace: body.text("namespace") ?? null,
    confirm: body.text("confirm"),
  });
  return reply(attachment(call, made), 201);
};

export const attachmentRoutes: readonly Route[] = [
  route("GET", "/addon-attachments", (call) => list(call, [...call.platform.attachments.values()])),
  route("GET", "/addon-attachments/:attachment", (call) => reply(attachment(call, find(call)))),
  route("GET", "/apps/:app/addon-attachments", (call) => {
    return list(call, attachmentsOf(call.platform, findApp(call.platform, call.param("app"))));
  }),
  route("GET", "/apps/:app/addon-attachments/:name", (call) => {
    const app = findApp(call.platform, call.param("app"));
    const found = attachmentsOf(call.platform, app).find(({ id, name }) =>
      [id, name].includes(call.param("name")),
    );
    if (!found) throw notFound("add_on attachment");
    return reply(attachment(call, found));
  }),
  route("GET", "/addons/:addon/addon-attachments", (call) => {
    const addon = findAddon(call.platform, call.param("addon"));
    return list(
      call,
      [...call.platform.attachments.values()].filter((one) => one.addon === addon),
    );
  }),
  route("POST", "/addon-attachments", create),
  route("DELETE", "/addon-attachments/:attachment", (call) => {
    const found = find(call);
    detach(call.platform, found);
    return reply(attachment(call, found));
  }),
  route("POST", "/actions/addon-attachments/resolve", (call) => {
    const appName = call.body.reference("app");
    const app = appName === undefined ? undefined : findApp(call.platform, appName);
    const found = resolveAttachments(call.platform, app, call.body.text("addon_attachment") ?? "");
    return reply(found.map((one) => attachment(call, one)));
  }),
];
