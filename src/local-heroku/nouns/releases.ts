import { randomUUID } from "node:crypto";
import { restart } from "../dynos/formation-dynos.ts";
import { runReleasePhase } from "../dynos/release-phase.ts";
import { invalidParams, notFound } from "../http/api-error.ts";
import type { Platform } from "../platform.ts";
import { type App, currentRelease } from "../state/app.ts";
import { now } from "../state/now.ts";
import { planName } from "../state/plans.ts";
import { eligibleForRollback, type Release } from "../state/release.ts";
import type { Slug } from "../state/slug.ts";
import { attachmentsOf } from "./attachments-of.ts";
import { fitFormation } from "./formation.ts";

export type NewRelease = {
  readonly description: string;
  /** The current release's when not given. */
  readonly slug?: Slug | null;
  /** True when the slug's `release` process runs before this version is current. */
  readonly phase?: boolean;
};

/**
 * Adds a release. It is current and its dynos start at once, unless it has a release phase to run first; until that
 * has succeeded the version before goes on running. A release without a phase is what add-ons make of themselves.
 */
export function addRelease(platform: Platform, app: App, wish: NewRelease): Release {
  const slug = wish.slug === undefined ? (currentRelease(app)?.slug ?? null) : wish.slug;
  const addons = new Set(attachmentsOf(platform, app).map(({ addon }) => addon));
  const release: Release = {
    id: randomUUID(),
    version: (app.releases.at(-1)?.version ?? 0) + 1,
    description: wish.description,
    slug,
    configVars: new Map(app.configVars),
    addonPlanNames: [...addons].map(({ plan }) => planName(plan)),
    createdAt: now(),
    updatedAt: now(),
    status: "pending",
    output: null,
    finished: Promise.resolve(),
  };
  app.releases.push(release);
  app.logs.add("app", "api", `Release v${release.version} created by user ${platform.account.email}`);
  if (wish.phase && slug?.processTypes.has("release")) {
    release.finished = runReleasePhase(platform, app, release, slug).then((status) =>
      finish(platform, app, release, status),
    );
  } else finish(platform, app, release, "succeeded");
  return release;
}

/** The release of that id, version (`7`, `v7`) or `current`. Throws 404. */
export function findRelease(app: App, wish: string): Release {
  const version = Number(wish.replace(/^v/, ""));
  const found =
    wish === "current"
      ? currentRelease(app)
      : app.releases.find((one) => one.id === wish || one.version === version);
  if (!found) throw notFound("release");
  return found;
}

/** A new release with the slug and the user's config vars of an older one; add-ons and their data stay. Throws 422. */
export function rollBack(platform: Platform, app: App, target: Release): Release {
  if (!eligibleForRollback(target)) {
    throw invalidParams(`Cannot rollback to v${target.version}: it is not eligible for rollback.`);
  }
  app.configVars.clear();
  for (const [name, value] of target.configVars) app.configVars.set(name, value);
  return addRelease(platform, app, {
    description: `Rollback to v${target.version}`,
    slug: target.slug,
    phase: true,
  });
}

function finish(platform: Platform, app: App, release: Release, status: Release["status"]): void {
  release.status = status;
  release.updatedAt = now();
  if (status !== "succeeded" || currentRelease(app) !== release) return;
  app.releasedAt = now();
  if (!release.slug) return;
  app.stack = release.slug.stack;
  fitFormation(app, release.slug.processTypes);
  restart(platform, app);
}
