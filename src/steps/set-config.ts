import { readConfigVars, setConfigVars } from "../heroku/config-vars.ts";
import { learned, type Step } from "./step.ts";

export const setConfig: Step = {
  id: "set-config",
  title: "Set config vars",

  async run({ settings, report }, { heroku, log }) {
    const wanted = Object.entries(settings.configVars);
    if (wanted.length === 0) return { status: "skipped", detail: "`config-vars` is empty" };
    for (const [, value] of wanted) log.secret(value);

    const app = learned(report.app, "the app").name;
    const vars = await readConfigVars(heroku.api, app);
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
