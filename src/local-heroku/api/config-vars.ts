import { type Route, reply, route } from "../http/router.ts";
import { findApp } from "../nouns/apps.ts";
import { attachmentsOf, attachmentVars } from "../nouns/attachments-of.ts";
import { changeConfigVars, configVars } from "../nouns/config-vars.ts";
import { findRelease } from "../nouns/releases.ts";

export const configVarRoutes: readonly Route[] = [
  route("GET", "/apps/:app/config-vars", ({ platform, param }) => {
    return reply(Object.fromEntries(configVars(platform, findApp(platform, param("app")))));
  }),
  route("PATCH", "/apps/:app/config-vars", ({ platform, param, body }) => {
    const app = findApp(platform, param("app"));
    changeConfigVars(platform, app, body.all);
    return reply(Object.fromEntries(configVars(platform, app)));
  }),
  route("GET", "/apps/:app/releases/:release/config-vars", ({ platform, param }) => {
    const app = findApp(platform, param("app"));
    const addons = attachmentsOf(platform, app).flatMap(attachmentVars);
    return reply(Object.fromEntries([...addons, ...findRelease(app, param("release")).configVars]));
  }),
];
