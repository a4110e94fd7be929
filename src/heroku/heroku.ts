import type { Clock } from "../clock.ts";
import { type Api, api } from "./api.ts";
import { herokuClient } from "./client.ts";

/** Where Heroku's parts are, all derived from the Platform API's origin. */
export type HerokuPlaces = {
  /** The only host that the key goes to beside the API's. */
  readonly gitHost: string;
  /** One-off dynos are attached on this host or below it. */
  readonly dynoHost: string;
};

/** Whether a host is the trusted one, or below it. */
export function isOn(trustedHost: string, hostname: string): boolean {
  return hostname === trustedHost || hostname.endsWith(`.${trustedHost}`);
}

/** A Heroku and the key to it. */
export type Access = {
  /** Origin of the Platform API. */
  readonly host: URL;
  readonly apiKey: string;
  /** The authority to trust for this host, where the machine does not. */
  readonly caFile?: string;
};

export type Heroku = { readonly api: Api; readonly places: HerokuPlaces; readonly apiKey: string };

/** Heroku as one account sees it, over the Platform API at `host`. */
export function connectHeroku(
  options: Omit<Access, "caFile"> & { signal: AbortSignal; clock: Clock },
): Heroku {
  const { host, apiKey, clock } = options;
  const heroku = host.hostname === "api.heroku.com";
  return {
    api: api(herokuClient(options), clock),
    places: {
      gitHost: heroku ? "git.heroku.com" : host.host,
      dynoHost: heroku ? "heroku.com" : host.hostname,
    },
    apiKey,
  };
}
