import type { Notice } from "../rehearsal/notice.ts";
import type { Interpreter } from "./build/interpreters.ts";
import type { Certificates } from "./certificates.ts";
import type { Rendezvous } from "./dynos/rendezvous.ts";
import type { HookServer } from "./git/hook-server.ts";
import type { LocalHerokuOptions, Scenario } from "./options.ts";
import type { Postgres } from "./postgres.ts";
import type { Processes } from "./processes.ts";
import type { Account } from "./state/account.ts";
import type { Addon } from "./state/addon.ts";
import type { App } from "./state/app.ts";
import type { Attachment } from "./state/attachment.ts";
import type { LogSession } from "./state/log-session.ts";
import type { OutputStream } from "./state/output-stream.ts";

/** The whole state of a local Heroku, and what it works with. All of it ends with the process. */
export type Platform = {
  readonly limits: Limits;
  readonly scenario: Scenario;
  /** The Pythons of this machine. */
  readonly interpreters: Promise<readonly Interpreter[]>;
  /** The instance's own temporary folder. */
  readonly folder: string;
  readonly cacheFolder: string;
  /** https://localhost:PORT, the address of everything but rendezvous and the apps. */
  readonly origin: string;
  readonly apiKey: string;
  readonly certificates: Certificates;
  readonly account: Account;
  readonly processes: Processes;
  /** Rejects when no PostgreSQL could be started; only add-ons need it. */
  readonly postgres: Promise<Postgres>;
  readonly rendezvous: Rendezvous;
  readonly hooks: HookServer;
  /** By name. */
  readonly apps: Map<string, App>;
  /** By id. */
  readonly addons: Map<string, Addon>;
  readonly attachments: Map<string, Attachment>;
  readonly logSessions: Map<string, LogSession>;
  readonly outputs: Map<string, OutputStream>;
  /** How many requests were answered: RateLimit-Remaining counts down from it. */
  readonly requests: { count: number };
  readonly log: (line: string) => void;
  readonly tell: (notice: Notice) => void;
};

export type Limits = Required<
  Pick<
    LocalHerokuOptions,
    | "slowProvisioningMs"
    | "bootLimitMs"
    | "queueLimitMs"
    | "requestLimitMs"
    | "coolOffMs"
    | "buildLimitMs"
    | "slugLimitBytes"
    | "attachLimitMs"
    | "releasePhaseLimitMs"
    | "killAfterMs"
  >
>;
