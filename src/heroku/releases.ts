import { type Clock, poll } from "../clock.ts";
import type { Release } from "../report/report.ts";
import { type Api, appPath } from "./api.ts";
import { fields, list, nested, number, text } from "./shape.ts";

export type HerokuRelease = {
  readonly id: string;
  readonly version: number;
  /** `pending`, `succeeded`, `failed` or `expired` (Platform API, Release). */
  readonly status: string;
  readonly current: boolean;
  readonly description: string;
  /** Null for a release that runs no code, such as the first two of every app. */
  readonly slug: string | null;
};

/** How many releases back we look: config changes and add-ons make releases of their own. */
const RECENT = 20;

/** The newest releases of an app, newest first. */
export async function recentReleases(api: Api, app: string): Promise<HerokuRelease[]> {
  const range = `version ..; order=desc,max=${RECENT}`;
  const answer = await api.send({ method: "GET", path: appPath(app, "releases"), range });
  return list(answer, "releases").map(parse);
}

/** The release that serves the app, undefined before the first one. */
export async function currentRelease(api: Api, app: string): Promise<HerokuRelease | undefined> {
  return (await recentReleases(api, app)).find((release) => release.current);
}

/** One release by id or version. */
async function readRelease(api: Api, app: string, release: string): Promise<HerokuRelease> {
  return parse(await api.send({ method: "GET", path: appPath(app, "releases", release) }));
}

/** The commit that a slug was built from. */
async function slugCommit(api: Api, app: string, slug: string): Promise<string | null> {
  const answer = fields(await api.send({ method: "GET", path: appPath(app, "slugs", slug) }), "slug");
  return typeof answer.commit === "string" ? answer.commit : null;
}

/** Heroku allows a release phase an hour (Dev Center, Release Phase); a deploy that long wants a word. */
const PENDING = { fromMs: 500, toMs: 10_000, limitMs: 20 * 60_000 };

/** Waits until a release is no longer `pending`; gives undefined when it still is after twenty minutes. */
export function settledRelease(
  api: Api,
  app: string,
  release: string,
  clock: Clock,
): Promise<HerokuRelease | undefined> {
  return poll(clock, PENDING, async () => {
    const now = await readRelease(api, app, release);
    return now.status === "pending" ? undefined : now;
  });
}

/** A release as the report names it: with the commit of its slug. */
export async function withCommit(api: Api, app: string, release: HerokuRelease): Promise<Release> {
  const commit = release.slug === null ? null : await slugCommit(api, app, release.slug);
  return { id: release.id, version: release.version, status: release.status, commit };
}

/** The newest release that runs this commit, undefined when none of the recent ones does. */
export async function releaseOf(api: Api, app: string, commit: string): Promise<HerokuRelease | undefined> {
  const commits = new Map<string, string | null>();
  for (const release of await recentReleases(api, app)) {
    if (release.slug === null) continue;
    const known = commits.get(release.slug) ?? (await slugCommit(api, app, release.slug));
    if (known === commit) return release;
    commits.set(release.slug, known);
  }
  return undefined;
}

/** Releases a slug once more; its release phase runs again. `after` is the newest version before. */
export function releaseSlug(api: Api, app: string, slug: string, after: number): Promise<HerokuRelease> {
  return createRelease(
    api,
    app,
    { slug, description: "Deploy again" },
    (one) => one.version > after && one.slug === slug,
  );
}

/** Goes back to a release: its slug and its config vars, not its add-ons and not its data. */
export function rollBackTo(
  api: Api,
  app: string,
  release: { id: string; version: number },
  after: number,
): Promise<HerokuRelease> {
  const made = (one: HerokuRelease) =>
    one.version > after && one.description === `Rollback to v${release.version}`;
  return createRelease(api, app, { release: release.id }, made);
}

function createRelease(api: Api, app: string, body: unknown, made: (release: HerokuRelease) => boolean) {
  return api.create({ method: "POST", path: appPath(app, "releases"), body }, parse, async () =>
    (await recentReleases(api, app)).find(made),
  );
}

function parse(answer: unknown): HerokuRelease {
  const release = fields(answer, "release");
  return {
    id: text(release, "id"),
    version: number(release, "version"),
    status: text(release, "status"),
    current: release.current === true,
    description: text(release, "description"),
    slug: nested(release, "slug", "id"),
  };
}
