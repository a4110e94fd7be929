import { listedClosure } from "../project/closure.ts";
import { isFullyKnown } from "../project/requirements.ts";
import type { Check } from "./check.ts";
import { quote } from "./quote.ts";
import { added } from "./requirement-edits.ts";
import { missingWorker } from "./worker-class.ts";

// Packages that bring gunicorn along, for runs without an environment to ask.
const BRING_GUNICORN = ["mlflow", "apache-superset", "apache-airflow", "uvicorn-worker"];

// Heroku installs what is listed and nothing else. At home gunicorn may be there by hand, or `flask run` serves.
export const gunicornMissing: Check = {
  id: "gunicorn-missing",
  title: "gunicorn is listed when the Procfile starts it",
  buildpack: true,

  find(project) {
    const { modules, requirements, environment, python } = project;
    if (!modules.gunicorn || !requirements || !isFullyKnown(requirements)) return [];

    const { entries, constraints } = requirements;
    const active = entries.filter((entry) => entry.active);
    const brings = active.some(
      ({ key, extras }) => BRING_GUNICORN.includes(key) || extras.includes("gunicorn"),
    );
    const provided = environment.packages && listedClosure(requirements, environment.packages, python).keys;
    if (brings || active.some(({ key }) => key === "gunicorn") || provided?.has("gunicorn"))
      return missingWorker(project, provided ?? new Set());

    const idle = [...entries, ...constraints].find(({ key }) => key === "gunicorn");
    const version = environment.packages?.get("gunicorn")?.version;
    const text = version === undefined ? "gunicorn" : `gunicorn==${version}`;
    const because = idle
      ? idle.active
        ? "is only in a constraints file, which installs nothing"
        : "is listed with a marker that does not hold on Heroku's Linux"
      : "is not in requirements.txt";
    return [
      {
        level: "error",
        file: idle?.file ?? "requirements.txt",
        line: idle?.line ?? null,
        problem:
          `The Procfile starts the app with gunicorn, but gunicorn ${because}. Heroku installs what is listed and ` +
          "nothing else: the web process ends with `gunicorn: command not found`.",
        fix: `Add the line ${quote(text)} to requirements.txt and commit it.`,
        edits: idle ? [] : added(requirements, text),
      },
    ];
  },
};
