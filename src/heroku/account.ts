import type { Api } from "./api.ts";
import { fields, optionalText } from "./shape.ts";

export type Account = {
  /** Has a payment method: without one Heroku creates no app and no add-on. */
  readonly verified: boolean;
  readonly delinquent: boolean;
  readonly suspended: boolean;
};

/** The account that the API key belongs to (Platform API, Account). */
export async function readAccount(api: Api): Promise<Account> {
  const account = fields(await api.send({ method: "GET", path: "/account" }), "account");
  return {
    verified: account.verified === true,
    delinquent: optionalText(account, "delinquent_at") !== null,
    suspended: optionalText(account, "suspended_at") !== null,
  };
}
