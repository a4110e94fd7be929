import { Failure } from "../failure.ts";
import { type Account, readAccount } from "../heroku/account.ts";
import type { Api } from "../heroku/api.ts";
import { ApiError, answered } from "../heroku/api-error.ts";
import { delinquent, suspended, unverified } from "../heroku/api-failure.ts";
import { type App, createApp, findApp, setBuildStack } from "../heroku/apps.ts";
import type { HerokuPlaces } from "../heroku/heroku.ts";
import { currentRelease, withCommit } from "../heroku/releases.ts";
import { reviewMark } from "../review-mark.ts";
import type { Settings } from "../settings.ts";
import { ensureReviewMark } from "./ensure-review-mark.ts";
import type { Step } from "./step.ts";

const PAGE = "steps/ensure-app.md";

export const ensureApp: Step = {
  id: "ensure-app",
  title: "Make sure that the Heroku app exists",

  async run({ settings }, { heroku, log }) {
    const account = await readAccount(heroku.api);
    log.info(
      `The key belongs to a Heroku account that is ${account.verified ? "verified" : "not verified"}.`,
    );
    refuseUnusable(account);

    const found = await find(heroku.api, settings.app);
    const app = found ?? (await create(heroku.api, settings, account));
    refuseUnsupported(app, heroku.places);
    const left = found ? [] : [`The app ${app.name} was created and stays.`];
    let marked: boolean;
    try {
      marked = await mark(heroku.api, app.name, settings);
    } catch (failure) {
      return { status: "failed", failure, learned: { left } };
    }
    const current = found && (await currentRelease(heroku.api, app.name));
    const before = current ? await withCommit(heroku.api, app.name, current) : null;
    const learned = { app: { name: app.name, url: app.webUrl, gitUrl: app.gitUrl }, before, left };
    if (!found) {
      const detail = `created the app ${app.name} in region ${app.region ?? "us"}`;
      return { status: "changed", detail, learned };
    }
    const changes = marked ? [`marked ${app.name}, which was empty, as this pull request's`] : [];
    if (settings.stack !== undefined && app.buildStack !== settings.stack) {
      await setBuildStack(heroku.api, app.name, settings.stack);
      changes.push(`set the stack of the next build to ${settings.stack}`);
    }
    return {
      status: changes.length > 0 ? "changed" : "unchanged",
      detail: changes.join(", ") || `${app.name} was there`,
      learned: { ...learned, next: differences(app, settings) },
    };
  },
};

/** Makes sure that a review app bears its mark; true when it was put on. Any other app gets none. */
async function mark(api: Api, app: string, settings: Settings): Promise<boolean> {
  const { run, reviewOf, createApp: adopt } = settings;
  if (reviewOf === undefined) return false;
  return ensureReviewMark(api, app, { mark: reviewMark(run.repository, reviewOf), adopt });
}

function refuseUnusable(account: Account): void {
  if (account.suspended) throw suspended();
  if (account.delinquent) throw delinquent();
}

async function find(api: Api, name: string): Promise<App | undefined> {
  try {
    return await findApp(api, name);
  } catch (error) {
    if (answered(error, 403) && error.id === "forbidden") throw nameTaken(name);
    throw error;
  }
}

async function create(api: Api, settings: Settings, account: Account): Promise<App> {
  const { app: name, region, stack, team } = settings;
  if (!settings.createApp) {
    throw new Failure("APP_NOT_FOUND", `There is no Heroku app ${name} that this key can see.`, {
      fix: "Correct the input `app`, or set `create-app: true` to have it created.",
      page: PAGE,
    });
  }
  if (!account.verified) throw unverified();
  try {
    return await createApp(api, { name, region, stack, team });
  } catch (error) {
    throw error instanceof ApiError ? (refusal(error, settings) ?? error) : error;
  }
}

/** Heroku's reasons not to create an app; it tells them apart only by id and message. */
function refusal(error: ApiError, { app, team }: Settings): Failure | undefined {
  if (team !== undefined && (error.status === 403 || error.status === 404)) {
    return new Failure(
      "TEAM_REFUSED",
      "The key may not create apps in the team of the input `team`, or there is no such team.",
      {
        fix: "Correct the input `team`, or ask an admin of the team for the right to create apps.",
        page: PAGE,
      },
    );
  }
  if (error.status !== 422 || error.id !== "invalid_params") return undefined;
  if (error.says(/taken/i)) return nameTaken(app);
  if (error.says(/region/i)) return regionUnknown();
  if (error.says(/stack/i)) return stackUnknown();
  return new Failure("APP_REFUSED", `Heroku would not create the app ${app}.`, {
    fix: "Look at the number of apps the account may have (https://dashboard.heroku.com), or create the app there.",
    page: PAGE,
  });
}

function regionUnknown(): Failure {
  return new Failure("REGION_UNKNOWN", "Heroku knows no region of the name in the input `region`.", {
    fix: "Use `us` or `eu`, or leave the input out for Heroku's choice.",
    page: PAGE,
  });
}

function stackUnknown(): Failure {
  return new Failure("STACK_UNKNOWN", "Heroku knows no stack of the name in the input `stack`.", {
    fix: "Use a stack of today, such as `heroku-24`, or leave the input out for Heroku's choice.",
    page: PAGE,
  });
}

function nameTaken(name: string): Failure {
  return new Failure("APP_NAME_TAKEN", `The name ${name} belongs to a Heroku app of somebody else.`, {
    fix: `Choose another \`app\` (names are shared by all of Heroku), or have the owner add this key's account as a collaborator.`,
    page: PAGE,
  });
}

function refuseUnsupported(app: App, places: HerokuPlaces): void {
  if (app.generation === "fir") {
    throw new Failure(
      "FIR_UNSUPPORTED",
      `${app.name} is an app of Heroku's fir generation, which this action cannot deploy.`,
      {
        fix: "Use an app of the cedar generation, which every app outside a fir private space is.",
        page: PAGE,
      },
    );
  }
  if (
    !URL.canParse(app.gitUrl) ||
    new URL(app.gitUrl).protocol !== "https:" ||
    new URL(app.gitUrl).host !== places.gitHost
  ) {
    throw new Failure(
      "GIT_HOST",
      "Heroku named a git address for the app that this action does not trust with the key.",
      {
        fix: "Check the input `heroku-host`. If it is not set, please open an issue.",
        page: PAGE,
      },
    );
  }
}

/** What cannot be changed about an app that is there already, said instead of silently passed over. */
function differences(app: App, { team, region }: Settings): string[] {
  const said: string[] = [];
  if (team !== undefined && app.team !== team)
    said.push(
      `The app belongs to another owner than the team ${team}; an app is moved on its Settings page.`,
    );
  if (region !== undefined && app.region !== region)
    said.push(
      `The app runs in region ${app.region ?? "unknown"}, not ${region}; the region of an app cannot be changed.`,
    );
  return said;
}
