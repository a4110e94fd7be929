import { notFound } from "../http/api-error.ts";
import { listReply, type Route, reply, route } from "../http/router.ts";
import { findApp } from "../nouns/apps.ts";
import type { Platform } from "../platform.ts";
import type { App } from "../state/app.ts";
import type { Build } from "../state/build.ts";
import { outputUrl } from "./outputs.ts";

const build = (platform: Platform, app: App, one: Build) => ({
  app: { id: app.id },
  buildpacks: [{ url: "urn:buildpack:heroku/python", name: "heroku/python" }],
  created_at: one.createdAt,
  generation: app.generation,
  id: one.id,
  output_stream_url: outputUrl(platform, one.output),
  release: one.release ? { id: one.release.id } : null,
  slug: one.slug ? { id: one.slug.id } : null,
  source_blob: {
    checksum: null,
    url: `${platform.origin}/${app.name}.git`,
    version: one.commit,
    version_description: one.slug?.commitDescription ?? null,
  },
  stack: one.stack,
  status: one.status,
  updated_at: one.updatedAt,
  user: { email: platform.account.email, id: platform.account.id },
});

export const buildRoutes: readonly Route[] = [
  route("GET", "/apps/:app/builds", (call) => {
    const app = findApp(call.platform, call.param("app"));
    return listReply(
      call,
      app.builds.map((one) => build(call.platform, app, one)),
      "created_at",
    );
  }),
  route("GET", "/apps/:app/builds/:build", ({ platform, param }) => {
    const app = findApp(platform, param("app"));
    const found = app.builds.find(({ id }) => id === param("build"));
    if (!found) throw notFound("build");
    return reply(build(platform, app, found));
  }),
];
