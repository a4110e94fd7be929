import { type Route, reply, route } from "../http/router.ts";
import { findApp } from "../nouns/apps.ts";
import type { App } from "../state/app.ts";

const OFFICIAL = /^heroku\/[a-z-]+$/;

const installations = ({ buildpacks }: App) =>
  buildpacks.map((name, ordinal) => {
    const url = OFFICIAL.test(name) ? `urn:buildpack:${name}` : name;
    return { ordinal, buildpack: { name, url } };
  });

export const buildpackRoutes: readonly Route[] = [
  route("GET", "/apps/:app/buildpack-installations", ({ platform, param }) => {
    return reply(installations(findApp(platform, param("app"))));
  }),
  route("PUT", "/apps/:app/buildpack-installations", ({ platform, param, body }) => {
    const app = findApp(platform, param("app"));
    app.buildpacks = body
      .list("updates")
      .map((update) => (update.text("buildpack") ?? "").replace(/^urn:buildpack:/, ""));
    return reply(installations(app));
  }),
];
