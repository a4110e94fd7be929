import { fillUp } from "../dynos/formation-dynos.ts";
import { invalidParams, notFound } from "../http/api-error.ts";
import type { Fields } from "../http/fields.ts";
import { listReply, type Route, reply, route } from "../http/router.ts";
import { findApp } from "../nouns/apps.ts";
import { scale } from "../nouns/formation.ts";
import type { App } from "../state/app.ts";
import type { Formation } from "../state/formation.ts";
import { reference, sizeId } from "./references.ts";

const formation = (app: App, one: Formation) => ({
  app: reference(app),
  command: one.command,
  created_at: one.createdAt,
  dyno_size: { id: sizeId(one.size), name: one.size },
  id: one.id,
  quantity: one.quantity,
  size: one.size,
  type: one.type,
  updated_at: one.updatedAt,
});

const change = (app: App, type: string, update: Fields): Formation => {
  const quantity = update.all.quantity ?? undefined;
  if (quantity !== undefined && typeof quantity !== "string" && typeof quantity !== "number") {
    throw invalidParams("Quantity must be a number.");
  }
  return scale(app, type, { quantity, size: update.text("size") ?? update.reference("dyno_size") });
};

export const formationRoutes: readonly Route[] = [
  route("GET", "/apps/:app/formation", (call) => {
    const app = findApp(call.platform, call.param("app"));
    const all = [...app.formation.values()].map((one) => formation(app, one));
    return listReply(call, all, "type");
  }),
  route("GET", "/apps/:app/formation/:type", ({ platform, param }) => {
    const app = findApp(platform, param("app"));
    const found = [...app.formation.values()].find(({ id, type }) => [id, type].includes(param("type")));
    if (!found) throw notFound("formation");
    return reply(formation(app, found));
  }),
  route("PATCH", "/apps/:app/formation", ({ platform, param, body }) => {
    const app = findApp(platform, param("app"));
    const changed = body.list("updates").map((update) => change(app, update.text("type") ?? "", update));
    fillUp(platform, app);
    return reply(changed.map((one) => formation(app, one)));
  }),
  route("PATCH", "/apps/:app/formation/:type", ({ platform, param, body }) => {
    const app = findApp(platform, param("app"));
    const changed = change(app, param("type"), body);
    fillUp(platform, app);
    return reply(formation(app, changed));
  }),
];
