import { poll } from "../clock.ts";
import { Failure } from "../failure.ts";
import { type Addon, createAddon, isPostgres, listAddons, readAddon } from "../heroku/addons.ts";
import type { Api } from "../heroku/api.ts";
import { ApiError } from "../heroku/api-error.ts";
import { type Attachment, attach, listAttachments } from "../heroku/attachments.ts";
import { readConfigVars } from "../heroku/config-vars.ts";
import type { World } from "../world.ts";
import { learned, type Outcome, type Step } from "./step.ts";

const PAGE = "steps/ensure-postgres.md";
/** An essential plan takes about a minute, a standard one some minutes. */
const PROVISIONING = { fromMs: 1_000, toMs: 10_000, limitMs: 600_000 };

export const ensurePostgres: Step = {
  id: "ensure-postgres",
  title: "Make sure that a Postgres database is attached",

  async run({ settings, report }, world) {
    const app = learned(report.app, "the app").name;
    const plan = settings.postgres;
    if (plan === "off") return { status: "skipped", detail: "`postgres-plan` is `none`" };
    if ("DATABASE_URL" in settings.configVars) return foreign("`config-vars` sets DATABASE_URL");

    const { api } = world.heroku;
    const [addons, attachments, vars] = await Promise.all([
      listAddons(api, app),
      listAttachments(api, app),
      readConfigVars(api, app),
    ]);
    const postgres = addons.filter((addon) => isPostgres(addon) && addon.state !== "deprovisioned");
    const holder = attachments.find((one) => one.name === "DATABASE")?.addon;
    const current = postgres.find((one) => one.name === holder);
    if (current) {
      await provisioned(current, app, world);
      return outcome("unchanged", `${current.name} was attached`, current);
    }
    if (holder !== undefined || vars.has("DATABASE_URL")) {
      return foreign("DATABASE_URL does not belong to a database of this app");
    }
    const [spare, ...more] = postgres;
    if (more.length > 0) throw ambiguous(app);
    if (spare) {
      await provisioned(spare, app, world);
      await attach(api, app, spare.name, "DATABASE");
      return outcome("changed", `promoted ${spare.name}, so that DATABASE_URL is this database`, spare);
    }

    const made = await create(api, app, plan);
    await provisioned(made, app, world);
    // Heroku names the first database of an app so by itself.
    const isHolder = (one: Attachment) => one.name === "DATABASE" && one.addon === made.name;
    if (!(await listAttachments(api, app)).some(isHolder)) await attach(api, app, made.name, "DATABASE");
    const left = [`The database ${made.name} was created, is billed, and stays.`];
    return outcome("changed", `created and attached ${made.name} (${made.plan})`, made, left);
  },
};

function outcome(status: Outcome["status"], detail: string, { name }: Addon, left: string[] = []): Outcome {
  return { status, detail, learned: { database: name, left } };
}

async function create(api: Api, app: string, plan: string): Promise<Addon> {
  try {
    return await createAddon(api, app, plan);
  } catch (error) {
    throw error instanceof ApiError ? (refusal(error) ?? error) : error;
  }
}

/** Heroku's reasons not to create a database; it tells them apart only by status and message. */
function refusal(error: ApiError): Failure | undefined {
  if (error.id.startsWith("verification_")) return undefined;
  if (error.status === 404 || (error.status === 422 && error.says(/\bplan\b|no longer available/i))) {
    return new Failure("POSTGRES_PLAN", "Heroku has no such Postgres plan, or not for this app.", {
      fix: "Set `postgres-plan` to a plan of today, such as `essential-0`; `mini`, `basic` and `hobby-dev` are gone.",
      page: PAGE,
    });
  }
  return error.status === 422 ? notCreated("Heroku would not create the database.") : undefined;
}

function notCreated(problem: string): Failure {
  return new Failure("POSTGRES_FAILED", problem, {
    fix: "Run the workflow again; if that fails too, look at https://status.heroku.com.",
    page: PAGE,
  });
}

/** Waits until the database is there. */
async function provisioned(addon: Addon, app: string, { heroku: { api }, clock, log }: World): Promise<void> {
  if (addon.state === "provisioning") log.info(`Waiting for ${addon.name}: Heroku is creating it.`);
  const ready =
    addon.state === "provisioned"
      ? addon
      : await poll(clock, PROVISIONING, async () => {
          const now = await readAddon(api, app, addon.name);
          return now.state === "provisioning" ? undefined : now;
        });
  if (!ready) {
    throw new Failure(
      "POSTGRES_PENDING",
      `Heroku was still creating the database ${addon.name} after ten minutes.`,
      {
        fix: "Look at https://status.heroku.com, then run the workflow again: it goes on with the same database.",
        page: PAGE,
      },
    );
  }
  if (ready.state !== "provisioned") throw notCreated(`Heroku gave up creating the database ${addon.name}.`);
}

function foreign(why: string): Outcome {
  return { status: "unchanged", detail: `${why}: no database was attached` };
}

function ambiguous(app: string): Failure {
  return new Failure(
    "POSTGRES_AMBIGUOUS",
    `${app} has several Heroku Postgres databases, and none of them is DATABASE_URL.`,
    {
      fix: `Choose one with \`heroku pg:promote NAME --app ${app}\` (https://devcenter.heroku.com/articles/heroku-cli installs the command), then run the workflow again.`,
      page: PAGE,
    },
  );
}
