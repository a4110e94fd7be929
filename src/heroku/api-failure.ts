import { Failure } from "../failure.ts";
import type { ApiError } from "./api-error.ts";
import { isTransient } from "./retry.ts";

/** The account has no payment method. */
export function unverified(): Failure {
  return new Failure(
    "ACCOUNT_UNVERIFIED",
    "Heroku creates apps and databases only for accounts with a payment method.",
    {
      fix: "Add one at https://heroku.com/verify, then run the workflow again: it goes on where it stopped.",
    },
  );
}

/** The account is behind with payments. */
export function delinquent(): Failure {
  return new Failure(
    "ACCOUNT_DELINQUENT",
    "The Heroku account has unpaid invoices, so Heroku takes no changes.",
    {
      fix: "Settle them at https://dashboard.heroku.com/account/billing, then run the workflow again.",
    },
  );
}

/** The account is suspended. */
export function suspended(): Failure {
  return new Failure("ACCOUNT_SUSPENDED", "Heroku has suspended this account.", {
    fix: "Write to Heroku's support at https://help.heroku.com.",
  });
}

/**
 * What a refused or unanswered request means to the user, where the step has no word of its own for it
 * (Dev Center, Platform API reference, Errors).
 */
export function apiFailure(error: ApiError): Failure {
  if (error.status === 401) {
    return new Failure("KEY_REFUSED", "Heroku refused the API key.", {
      fix: "Make a new key on https://dashboard.heroku.com/account/applications (or with `heroku authorizations:create`) and store it in the secret behind `heroku-api-key`.",
    });
  }
  if (error.id.startsWith("verification_") || error.says(/heroku\.com\/verify/)) return unverified();
  if (error.id === "delinquent") return delinquent();
  if (error.id === "suspended") return suspended();
  if (error.id === "two_factor") {
    return new Failure(
      "TWO_FACTOR",
      "Heroku wants a second factor for this account, which a workflow cannot give.",
      {
        fix: "Use a key made with `heroku authorizations:create`, which needs none.",
      },
    );
  }
  if (error.status === 403) {
    return new Failure("ACCESS_DENIED", "The key's account has no right to do this on the Heroku app.", {
      fix: "Have the app's owner add the account as a collaborator with the rights deploy, operate and manage. A key with a narrow scope is refused too: make it without `--scope`.",
    });
  }
  if (error.status === 404) {
    return new Failure(
      "APP_GONE",
      "Something of the Heroku app that was there is gone: the app was changed or deleted meanwhile.",
      {
        fix: "See what is left on https://dashboard.heroku.com, then run the workflow again.",
      },
    );
  }
  if (error.status === 429) {
    return new Failure("RATE_LIMITED", "The account has used up its requests to Heroku for now.", {
      fix: "Wait some minutes, then run the workflow again. Heroku refills about 75 requests a minute.",
    });
  }
  if (isTransient(error)) {
    return new Failure(
      "HEROKU_UNAVAILABLE",
      `Heroku did not answer as it should, several times in a row${reference(error)}.`,
      {
        fix: "Look at https://status.heroku.com, then run the workflow again: it goes on where it stopped.",
      },
    );
  }
  return new Failure("HEROKU_REFUSED", `Heroku refused a request of this action${reference(error)}.`, {
    fix: "Run the workflow again. If it happens twice, please open an issue with this line.",
  });
}

function reference(error: ApiError): string {
  const request = /^[\w-]{1,100}$/.test(error.requestId) ? `, request ${error.requestId}` : "";
  return error.status === 0 ? "" : ` (status ${error.status}${request})`;
}
