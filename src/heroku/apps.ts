import { type Api, appPath } from "./api.ts";
import { answered } from "./api-error.ts";
import { fields, nested, optionalText, text } from "./shape.ts";

export type App = {
  readonly id: string;
  readonly name: string;
  readonly gitUrl: string;
  /** Not derivable from the name since 2023; null when Heroku names none. */
  readonly webUrl: string | null;
  readonly region: string | null;
  readonly team: string | null;
  /** The stack that the next build uses. */
  readonly buildStack: string | null;
  /** `cedar` or `fir` (Dev Center, Heroku generations). */
  readonly generation: string | null;
  readonly maintenance: boolean;
};

export type NewApp = {
  readonly name: string;
  readonly region: string | undefined;
  readonly stack: string | undefined;
  readonly team: string | undefined;
};

/** The app of this name or id, undefined on a true 404. A 403, a name of somebody else's, is thrown as ApiError. */
export async function findApp(api: Api, nameOrId: string): Promise<App | undefined> {
  try {
    return parse(await api.send({ method: "GET", path: appPath(nameOrId) }));
  } catch (error) {
    if (answered(error, 404)) return undefined;
    throw error;
  }
}

/** Creates an app, for a team when one is named (Platform API, App and Team App). */
export function createApp(api: Api, app: NewApp): Promise<App> {
  const { name, region, stack, team } = app;
  const body = { name, ...(region && { region }), ...(stack && { stack }), ...(team && { team }) };
  return api.create({ method: "POST", path: team ? "/teams/apps" : "/apps", body }, parse, () =>
    findApp(api, name),
  );
}

/** Sets the stack of the next build. */
export async function setBuildStack(api: Api, name: string, stack: string): Promise<App> {
  return parse(await api.send({ method: "PATCH", path: appPath(name), body: { build_stack: stack } }));
}

/**
 * Deletes an app with its add-ons and their data. By its id, which no later app ever has: so the request may be repeated
 * after an unclear answer, and one that finds nothing has nothing left to do.
 */
export async function deleteApp(api: Api, id: string): Promise<void> {
  try {
    await api.send({ method: "DELETE", path: appPath(id) });
  } catch (error) {
    if (!answered(error, 404)) throw error;
  }
}

function parse(answer: unknown): App {
  const app = fields(answer, "app");
  return {
    id: text(app, "id"),
    name: text(app, "name"),
    gitUrl: text(app, "git_url"),
    webUrl: optionalText(app, "web_url"),
    region: nested(app, "region", "name"),
    team: nested(app, "team", "name"),
    buildStack: nested(app, "build_stack", "name"),
    generation: nested(app, "generation", "name"),
    maintenance: app.maintenance === true,
  };
}
