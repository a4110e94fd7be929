import { type Api, appPath } from "./api.ts";
import { fields, list, nested, text } from "./shape.ts";

export type Addon = {
  readonly id: string;
  readonly name: string;
  /** Id of the app that it belongs to and goes with: an add-on can be attached to others too. */
  readonly owner: string;
  /** For example `heroku-postgresql:essential-0`. */
  readonly plan: string;
  /** `provisioning`, `provisioned` or `deprovisioned` (Platform API, Add-on). */
  readonly state: string;
};

/** Whether it is a Heroku Postgres database. */
export function isPostgres({ plan }: Pick<Addon, "plan">): boolean {
  return plan.startsWith("heroku-postgresql:");
}

/** The add-ons of an app. */
export async function listAddons(api: Api, app: string): Promise<Addon[]> {
  return list(await api.send({ method: "GET", path: appPath(app, "addons") }), "add-ons").map(parse);
}

/** One add-on of an app. */
export async function readAddon(api: Api, app: string, name: string): Promise<Addon> {
  return parse(await api.send({ method: "GET", path: appPath(app, "addons", name) }));
}

/** Creates an add-on. After an unclear answer an add-on of the same plan on the app is taken for it. */
export function createAddon(api: Api, app: string, plan: string): Promise<Addon> {
  return api.create({ method: "POST", path: appPath(app, "addons"), body: { plan } }, parse, async () =>
    (await listAddons(api, app)).find((addon) => addon.plan === plan),
  );
}

function parse(answer: unknown): Addon {
  const addon = fields(answer, "add-on");
  return {
    id: text(addon, "id"),
    name: text(addon, "name"),
    owner: text(fields(addon.app, "app"), "id"),
    plan: nested(addon, "plan", "name") ?? "",
    state: text(addon, "state"),
  };
}
