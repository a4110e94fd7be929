import { Failure } from "../failure.ts";
import type { Api } from "../heroku/api.ts";
import { answered } from "../heroku/api-error.ts";
import { readConfigVars, secretValues, setConfigVars } from "../heroku/config-vars.ts";
import { recentReleases } from "../heroku/releases.ts";
import { learned, type Step } from "./step.ts";

export const setConfig: Step = {
  id: "set-config",
  title: "Set config vars",

  async run({ settings, report }, { heroku: { api }, log }) {
    const app = learned(report.app, "the app").name;
    const wanted = Object.entries(settings.configVars);
    const vars = await readConfigVars(api, app);
    // The build and the dynos, whose output is shown from here on, see them all.
    for (const value of secretValues(new Map([...vars, ...wanted]))) log.secret(value);

    if (wanted.length === 0) return { status: "skipped", detail: "`config-vars` is empty" };
    const changes = wanted.filter(([name, value]) => vars.get(name) !== value);
    if (changes.length === 0) return { status: "unchanged", detail: `all ${wanted.length} were set` };

    await set(api, app, Object.fromEntries(changes));
    const [release] = await recentReleases(api, app);
    const names = changes.map(([name]) => name).join(", ");
    return {
      status: "changed",
      detail: `set ${names}`,
      learned: {
        made: release ? [release.id] : [],
        left: [`The config vars ${names} were set; only a roll-back undoes that.`],
      },
    };
  },
};

async function set(api: Api, app: string, changes: Readonly<Record<string, string>>): Promise<void> {
  try {
    await setConfigVars(api, app, changes);
  } catch (error) {
    if (!answered(error, 422)) throw error;
    throw new Failure(
      "CONFIG_REFUSED",
      "Heroku would not set one of the config vars: it belongs to an add-on, as DATABASE_URL does to Heroku Postgres, or its name is reserved.",
      {
        fix: "Remove that line from `config-vars`. None of the lines was set.",
        page: "steps/set-config.md",
      },
    );
  }
}
