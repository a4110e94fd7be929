import type { Notice } from "../rehearsal/notice.ts";
import type { Fault } from "./http/fault.ts";

/** How a local Heroku is started. Everything has a default. */
export type LocalHerokuOptions = {
  /** Port of the API, the data API, git and log sessions; any free one when not given. */
  readonly port?: number;
  /** An existing folder in which the instance makes its own temporary one; the system's when not given. */
  readonly folder?: string;
  /** Where installed requirements are kept from one instance to the next; safe to delete at any time. */
  readonly cacheFolder?: string;
  /** The interpreter to build with; without it the nearest one on PATH is taken. */
  readonly python?: string;
  /** How long a new add-on stays in `provisioning`; 0 (the default) answers `provisioned` at once. */
  readonly slowProvisioningMs?: number;
  /** How long a web process may take to bind its port before R10; Heroku's 60 s. */
  readonly bootLimitMs?: number;
  /** How long the router holds a request for a booting dyno before H20; Heroku's 75 s. */
  readonly queueLimitMs?: number;
  /** How long a web dyno has for the first byte of its answer before H12; Heroku's 30 s. */
  readonly requestLimitMs?: number;
  /** How long a dyno that crashed twice stays down before it is tried again, twice as long each time; Heroku's 10 minutes. */
  readonly coolOffMs?: number;
  /** How long a build may take; Heroku's 15 minutes. */
  readonly buildLimitMs?: number;
  /** How large a slug may be, compressed; Heroku's 500 MB. */
  readonly slugLimitBytes?: number;
  /** How long an attached one-off dyno waits for its client before R13; Heroku's 30 s. */
  readonly attachLimitMs?: number;
  /** How long a release phase may run before its release is `expired`; Heroku's hour. */
  readonly releasePhaseLimitMs?: number;
  /** How long a dyno has between SIGTERM and SIGKILL; Heroku's 30 s. */
  readonly killAfterMs?: number;
  /** What this Heroku thinks of the account and of names; may be changed while it runs. */
  readonly scenario?: Scenario;
  /** Called with every line worth reading: starts, stops, requests that failed. */
  readonly log?: (line: string) => void;
  /** Called with what whoever started it should know: where this is not as on Heroku, what went with a dyno. */
  readonly tell?: (notice: Notice) => void;
};

/** The circumstances that a test puts an account into. Read at every request, so it can change at any time. */
export type Scenario = {
  verified?: boolean;
  /** A date makes the account delinquent. */
  delinquentAt?: string | null;
  /** A date makes the account suspended. */
  suspendedAt?: string | null;
  /** App names that belong to others: 403 on GET, taken on create. */
  takenNames?: string[];
  /** Teams that the account is in. */
  teams?: string[];
  /** Generation of the apps created from now on. */
  generation?: "cedar" | "fir";
  /** New databases end in `deprovisioned` instead of `provisioned`. */
  provisioningFails?: boolean;
  /** How many builds may run at once; 10 when not given. */
  concurrentBuilds?: number;
  /** Asked before every API, data and git request; what it answers happens instead of, or after, the real thing. */
  fault?: (request: { readonly method: string; readonly path: string }) => Fault | undefined;
};
