import { ApiError } from "../http/api-error.ts";
import type { Platform } from "../platform.ts";

/** Throws what Heroku answers to a creation when the account is not in order. */
export function refuseUnpaid({ scenario }: Platform): void {
  if (scenario.delinquentAt) {
    throw new ApiError(402, "delinquent", "This account has an outstanding balance.");
  }
  if (scenario.verified === false) {
    const where = "https://heroku.com/verify";
    throw new ApiError(
      402,
      "verification_required",
      `Verify your account to create apps and add-ons: ${where}`,
    );
  }
}
