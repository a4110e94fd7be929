import { notFound } from "../http/api-error.ts";
import { type Route, reply, route } from "../http/router.ts";
import type { Platform } from "../platform.ts";

/** Heroku allows 4,500 requests an hour; nothing is refused here. */
const REQUESTS_PER_HOUR = 4500;

/** What RateLimit-Remaining says. */
export function remainingRequests({ requests }: Platform): number {
  return Math.max(0, REQUESTS_PER_HOUR - requests.count);
}

const account = ({ account: { id, email, createdAt }, scenario }: Platform) => ({
  allow_tracking: false,
  beta: false,
  country_of_residence: null,
  created_at: createdAt,
  default_organization: null,
  default_team: null,
  delinquent_at: scenario.delinquentAt ?? null,
  email,
  federated: false,
  id,
  identity_provider: null,
  last_login: createdAt,
  name: null,
  sms_number: null,
  suspended_at: scenario.suspendedAt ?? null,
  two_factor_authentication: false,
  updated_at: createdAt,
  verified: scenario.verified ?? true,
});

const team = ({ account: { id, createdAt } }: Platform, name: string) => ({
  id,
  created_at: createdAt,
  credit_card_collections: true,
  default: false,
  enterprise_account: null,
  identity_provider: null,
  membership_limit: null,
  name,
  provisioned_licenses: false,
  role: "admin",
  type: "team",
  updated_at: createdAt,
});

export const accountRoutes: readonly Route[] = [
  route("GET", "/account", ({ platform }) => reply(account(platform))),
  route("GET", "/account/rate-limits", ({ platform }) => reply({ remaining: remainingRequests(platform) })),
  route("GET", "/teams", ({ platform }) =>
    reply((platform.scenario.teams ?? []).map((name) => team(platform, name))),
  ),
  route("GET", "/teams/:team", ({ platform, param }) => {
    const name = platform.scenario.teams?.find((candidate) => candidate === param("team"));
    if (name === undefined) throw notFound("team");
    return reply(team(platform, name));
  }),
];
