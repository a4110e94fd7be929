import { notFound } from "../http/api-error.ts";
import { type Call, type Route, reply, route } from "../http/router.ts";
import { findAddon } from "../nouns/addons.ts";
import type { Addon } from "../state/addon.ts";

/** The URL of a database that is there. Throws 404 while it is being made, as Heroku's data API does at first. */
const databaseUrl = ({ database }: Addon): URL => {
  if (!database) throw notFound("database");
  return new URL(database.url);
};

const info = ({ platform, param }: Call) => {
  const addon = findAddon(platform, param("database"));
  const available = addon.state === "provisioned";
  return reply({
    addon_id: addon.id,
    name: addon.name,
    plan: addon.plan.name,
    following: null,
    info: [
      { name: "Plan", values: [addon.plan.human] },
      { name: "Status", values: [available ? "Available" : "Preparing"] },
      { name: "Continuous Protection", values: ["Off"] },
      { name: "Created", values: [addon.createdAt] },
    ],
    num_bytes: 0,
    num_tables: 0,
    resource_url: addon.database?.url ?? null,
    "waiting?": !available,
  });
};

const waitStatus = ({ platform, param }: Call) => {
  const { state } = findAddon(platform, param("database"));
  const message = state === "provisioned" ? "available" : "preparing";
  return reply({ message, "waiting?": state === "provisioning", "error?": state === "deprovisioned" });
};

const credentials = ({ platform, param }: Call) => {
  const addon = findAddon(platform, param("database"));
  const { username, password, hostname, port, pathname } = databaseUrl(addon);
  const database = pathname.slice(1);
  const login = { user: username, password, state: "active" };
  return reply({
    uuid: addon.id,
    name: "default",
    state: "active",
    database,
    host: hostname,
    port: Number(port),
    credentials: [login],
  });
};

/** Heroku's data API, which the CLI expects at the same port as the Platform API. */
export const dataRoutes: readonly Route[] = [
  route("GET", "/client/v11/databases/:database", info),
  route("GET", "/client/v11/databases/:database/wait_status", waitStatus),
  route("GET", "/postgres/v0/databases/:database/credentials/default", credentials),
];
