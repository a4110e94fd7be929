import { notFound } from "../http/api-error.ts";
import type { Fields } from "../http/fields.ts";
import { type Call, listReply, type Route, reply, route } from "../http/router.ts";
import { checkStack, createApp, destroyApp, findApp, renameApp } from "../nouns/apps.ts";
import type { Platform } from "../platform.ts";
import { type App, currentRelease } from "../state/app.ts";
import { now } from "../state/now.ts";
import { reference, regionId, stackId } from "./references.ts";

const app = (platform: Platform, one: App) => {
  const team = one.team === null ? null : { id: platform.account.id, name: one.team };
  const slug = currentRelease(one)?.slug;
  return {
    acm: false,
    archived_at: null,
    build_stack: { id: stackId(one.buildStack), name: one.buildStack },
    buildpack_provided_description: slug ? "Python" : null,
    create_status: "complete",
    created_at: one.createdAt,
    generation: { id: stackId(one.generation), name: one.generation },
    git_url: `${platform.origin}/${one.name}.git`,
    id: one.id,
    internal_routing: null,
    maintenance: one.maintenance,
    name: one.name,
    organization: team,
    owner: { email: platform.account.email, id: platform.account.id },
    process_tier: "basic",
    region: { id: regionId(one.region), name: one.region },
    released_at: one.releasedAt,
    repo_size: null,
    slug_size: slug?.size ?? null,
    space: null,
    stack: { id: stackId(one.stack), name: one.stack },
    team,
    updated_at: one.updatedAt,
    web_url: one.router.url,
  };
};

const teamApp = (platform: Platform, one: App) => ({ ...app(platform, one), joined: true, locked: false });

const create = ({ platform, body }: Call, team: string | undefined) => {
  const wish = {
    name: body.text("name"),
    region: body.reference("region"),
    stack: body.reference("stack"),
    team,
  };
  return createApp(platform, wish);
};

const update = (platform: Platform, one: App, body: Fields) => {
  const [name, stack] = [body.text("name"), body.reference("build_stack")];
  if (stack !== undefined) {
    one.buildStack = checkStack(stack);
    if (!currentRelease(one)?.slug) one.stack = one.buildStack;
  }
  if (name !== undefined) renameApp(platform, one, name);
  one.maintenance = body.flag("maintenance") ?? one.maintenance;
  one.updatedAt = now();
};

const all = (call: Call) =>
  listReply(
    call,
    [...call.platform.apps.values()].map((one) => app(call.platform, one)),
  );

export const appRoutes: readonly Route[] = [
  route("GET", "/apps", all),
  route("GET", "/users/:user/apps", all),
  route("POST", "/apps", async (call) => reply(app(call.platform, await create(call, undefined)), 201)),
  route("POST", "/teams/apps", async (call) => {
    const team = call.body.reference("team");
    if (team === undefined && call.body.flag("personal") !== true) throw notFound("team");
    return reply(teamApp(call.platform, await create(call, team)), 201);
  }),
  route("GET", "/apps/:app", ({ platform, param }) => reply(app(platform, findApp(platform, param("app"))))),
  route("GET", "/teams/apps/:app", ({ platform, param }) => {
    return reply(teamApp(platform, findApp(platform, param("app"))));
  }),
  route("PATCH", "/apps/:app", ({ platform, param, body }) => {
    const one = findApp(platform, param("app"));
    update(platform, one, body);
    return reply(app(platform, one));
  }),
  route("DELETE", "/apps/:app", async ({ platform, param }) => {
    const one = findApp(platform, param("app"));
    await destroyApp(platform, one);
    return reply(app(platform, one));
  }),
  route("GET", "/apps/:app/domains", (call) => {
    const one = findApp(call.platform, call.param("app"));
    const domain = {
      acm_status: null,
      acm_status_reason: null,
      app: reference(one),
      cname: null,
      created_at: one.createdAt,
      hostname: new URL(one.router.url).host,
      id: one.id,
      kind: "heroku",
      sni_endpoint: null,
      status: "succeeded",
      updated_at: one.createdAt,
    };
    return listReply(call, [domain]);
  }),
  route("GET", "/apps/:app/collaborators", (call) => {
    findApp(call.platform, call.param("app"));
    return reply([]);
  }),
  route("GET", "/apps/:app/pipeline-couplings", () => {
    throw notFound("pipeline_coupling");
  }),
];
