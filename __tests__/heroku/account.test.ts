import { expect, test } from "vitest";
import { readAccount } from "../../src/heroku/account.ts";
import type { Api } from "../../src/heroku/api.ts";

test.for([
  [{ verified: true }, { verified: true, delinquent: false, suspended: false }],
  [
    { verified: true, delinquent_at: "2026-01-01T00:00:00Z", suspended_at: null },
    { verified: true, delinquent: true, suspended: false },
  ],
  [{}, { verified: false, delinquent: false, suspended: false }],
] as const)("of %j only what stands in the way of a deploy is wanted", async ([answer, account]) => {
  const api: Api = { send: async () => answer, create: () => Promise.reject(new Error("not asked for")) };
  expect(await readAccount(api)).toEqual(account);
});
