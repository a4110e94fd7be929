import { readConfigVars, secretValues, setConfigVars } from "../heroku/config-vars.ts";
import { learned, type Step } from "./step.ts";

export const setConfig: Step = {
  id: "set-config",
  title: "Set config vars",

  async run({ settings, report }, { heroku, log }) {
    const app = learned(report.app, "the app").name;
    const wanted = Object.entries(settings.configVars);
    const vars = await readConfigVars(heroku.api, app);
    // The build and the dynos, whose output is shown from here on, see them all.
    for (const value of [...secretValues(vars), ...wanted.map(([, value]) => value)]) log.secret(value);

    if (wanted.length === 0) return { status: "skipped", detail: "`config-vars` is empty" };
    const changes = wanted.filter(([name, value]) => vars.get(name) !== value);
    if (changes.length === 0) return { status: "unchanged", detail: `all ${wanted.length} were set` };

    await setConfigVars(heroku.api, app, Object.fromEntries(changes));
    const names = changes.map(([name]) => name).join(", ");
    return {
      status: "changed",
      detail: `set ${names}`,
      learned: { left: [`The config vars ${names} were set and stay.`] },
    };
  },
};
