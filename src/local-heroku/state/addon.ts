import type { Postgres } from "../postgres.ts";
import type { App } from "./app.ts";
import type { Plan } from "./plans.ts";

export type Database = Awaited<ReturnType<Postgres["createDatabase"]>>;

/** A Heroku Postgres database as an add-on. */
export type Addon = {
  readonly id: string;
  readonly name: string;
  readonly plan: Plan;
  readonly app: App;
  readonly createdAt: string;
  updatedAt: string;
  state: "provisioning" | "provisioned" | "deprovisioned";
  /** Undefined until it is provisioned. */
  database: Database | undefined;
};
