import { invalidParams, notFound } from "../http/api-error.ts";
import { type Call, listReply, type Route, reply, route } from "../http/router.ts";
import { findApp } from "../nouns/apps.ts";
import { addRelease, findRelease, rollBack } from "../nouns/releases.ts";
import type { Platform } from "../platform.ts";
import { type App, currentRelease } from "../state/app.ts";
import { eligibleForRollback, type Release } from "../state/release.ts";
import { outputUrl } from "./outputs.ts";
import { reference } from "./references.ts";

const release = (platform: Platform, app: App, one: Release) => ({
  addon_plan_names: one.addonPlanNames,
  app: reference(app),
  artifacts: one.slug ? [{ type: "slug", id: one.slug.id }] : [],
  created_at: one.createdAt,
  current: currentRelease(app) === one,
  description: one.description,
  eligible_for_rollback: eligibleForRollback(one),
  id: one.id,
  oci_image: null,
  output_stream_url: one.output ? outputUrl(platform, one.output) : null,
  slug: one.slug ? { id: one.slug.id } : null,
  status: one.status,
  updated_at: one.updatedAt,
  user: { email: platform.account.email, id: platform.account.id },
  version: one.version,
});

const create = ({ platform, param, body }: Call) => {
  const app = findApp(platform, param("app"));
  const [target, slugId] = [body.text("release"), body.text("slug")];
  if (target !== undefined) return rollBack(platform, app, findRelease(app, target));
  if (slugId === undefined) throw invalidParams("Either a slug or a release is needed.");
  const slug = app.slugs.get(slugId);
  if (!slug) throw notFound("slug");
  const description = body.text("description") ?? `Deploy ${slug.commit.slice(0, 8)}`;
  return addRelease(platform, app, { description, slug, phase: true });
};

export const releaseRoutes: readonly Route[] = [
  route("GET", "/apps/:app/releases", (call) => {
    const app = findApp(call.platform, call.param("app"));
    const all = app.releases.map((one) => release(call.platform, app, one));
    return listReply(call, all, "version");
  }),
  route("GET", "/apps/:app/releases/:release", ({ platform, param }) => {
    const app = findApp(platform, param("app"));
    return reply(release(platform, app, findRelease(app, param("release"))));
  }),
  route("POST", "/apps/:app/releases", (call) => {
    const made = create(call);
    return reply(release(call.platform, findApp(call.platform, call.param("app")), made), 201);
  }),
];
