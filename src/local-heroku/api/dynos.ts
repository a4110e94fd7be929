import { fillUp, restart } from "../dynos/formation-dynos.ts";
import { startOneOff } from "../dynos/one-off.ts";
import { ApiError, invalidParams, notFound } from "../http/api-error.ts";
import { type Call, listReply, type Route, reply, route } from "../http/router.ts";
import { findApp } from "../nouns/apps.ts";
import { dynoSize } from "../nouns/formation.ts";
import { type App, currentRelease } from "../state/app.ts";
import type { Dyno } from "../state/dyno.ts";
import { reference } from "./references.ts";

const LONGEST_LIFE = 86_400;

const dyno = (app: App, one: Dyno) => ({
  app: reference(app),
  attach_url: one.attachUrl,
  command: one.command,
  created_at: one.createdAt,
  id: one.id,
  name: one.name,
  release: { id: one.release.id, version: one.release.version },
  size: one.size,
  state: one.state,
  type: one.type,
  updated_at: one.updatedAt,
});

const find = (app: App, nameOrId: string): Dyno => {
  const found = app.dynos.find(({ id, name }) => id === nameOrId || name === nameOrId);
  if (!found) throw notFound("dyno");
  return found;
};

const create = ({ platform, param, body }: Call) => {
  const app = findApp(platform, param("app"));
  const release = currentRelease(app);
  if (!release?.slug) throw invalidParams("Cannot run a one-off dyno: this app has no code yet.");
  const command = body.text("command");
  if (command === undefined) throw invalidParams("Command is required.");
  const timeToLive = body.number("time_to_live");
  if (timeToLive !== undefined && (timeToLive < 1 || timeToLive > LONGEST_LIFE)) {
    throw invalidParams(`Time to live must be between 1 and ${LONGEST_LIFE} seconds.`);
  }
  const env = Object.fromEntries(
    Object.keys(body.object("env").all).map((name) => {
      return [name, body.object("env").text(name) ?? ""];
    }),
  );
  const made = startOneOff(platform, app, release, release.slug, {
    command,
    type: body.text("type") ?? "run",
    size: dynoSize(body.text("size") ?? "Basic"),
    env,
    attach: body.flag("attach") ?? false,
    timeToLive,
  });
  return reply(dyno(app, made), 201);
};

/** Ends dynos; those of the formation come back at once. */
const stop = ({ platform, param }: Call, which: (app: App) => readonly Dyno[]) => {
  const app = findApp(platform, param("app"));
  for (const one of which(app)) void one.stop();
  fillUp(platform, app);
  return reply({}, 202);
};

const ofType = (app: App, type: string): Dyno[] => {
  if (!app.formation.has(type)) {
    throw new ApiError(404, "not_found", `Couldn't find that process type (${type}).`, {
      resource: "process type",
    });
  }
  return app.dynos.filter((one) => one.scheduled && one.type === type);
};

export const dynoRoutes: readonly Route[] = [
  route("GET", "/apps/:app/dynos", (call) => {
    const app = findApp(call.platform, call.param("app"));
    return listReply(
      call,
      app.dynos.map((one) => dyno(app, one)),
      "name",
    );
  }),
  route("GET", "/apps/:app/dynos/:dyno", ({ platform, param }) => {
    const app = findApp(platform, param("app"));
    return reply(dyno(app, find(app, param("dyno"))));
  }),
  route("POST", "/apps/:app/dynos", create),
  route("DELETE", "/apps/:app/dynos", ({ platform, param }) => {
    restart(platform, findApp(platform, param("app")));
    return reply({}, 202);
  }),
  route("DELETE", "/apps/:app/dynos/:dyno", (call) => stop(call, (app) => [find(app, call.param("dyno"))])),
  route("POST", "/apps/:app/dynos/:dyno/actions/stop", (call) =>
    stop(call, (app) => [find(app, call.param("dyno"))]),
  ),
  route("DELETE", "/apps/:app/formations/:type", (call) =>
    stop(call, (app) => ofType(app, call.param("type"))),
  ),
  route("POST", "/apps/:app/formations/:type/actions/stop", (call) =>
    stop(call, (app) => ofType(app, call.param("type"))),
  ),
];
