import { notFound } from "../http/api-error.ts";
import { type Route, reply, route } from "../http/router.ts";
import { findApp } from "../nouns/apps.ts";
import type { Platform } from "../platform.ts";
import type { Slug } from "../state/slug.ts";
import { stackId } from "./references.ts";

const slug = ({ origin }: Platform, one: Slug) => ({
  blob: { method: "get", url: `${origin}/slugs/${one.id}` },
  buildpack_provided_description: "Python",
  checksum: null,
  commit: one.commit,
  commit_description: one.commitDescription,
  created_at: one.createdAt,
  id: one.id,
  process_types: Object.fromEntries(one.processTypes),
  size: one.size,
  stack: { id: stackId(one.stack), name: one.stack },
  updated_at: one.createdAt,
});

export const slugRoutes: readonly Route[] = [
  route("GET", "/apps/:app/slugs/:slug", ({ platform, param }) => {
    const found = findApp(platform, param("app")).slugs.get(param("slug"));
    if (!found) throw notFound("slug");
    return reply(slug(platform, found));
  }),
];
