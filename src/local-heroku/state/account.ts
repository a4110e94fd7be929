import { randomUUID } from "node:crypto";
import { now } from "./now.ts";

/** The one account of a local Heroku. What state it is in is the scenario's to say. */
export type Account = { readonly id: string; readonly email: string; readonly createdAt: string };

/** The account of a new local Heroku. */
export function createAccount(): Account {
  return { id: randomUUID(), email: "dev@example.com", createdAt: now() };
}
