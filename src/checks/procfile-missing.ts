import type { Check } from "./check.ts";
import { misnamedProcfile } from "./misnamed-procfile.ts";

// For Python, Heroku has no process types of its own: without a Procfile the build passes and nothing is started.
export const procfileMissing: Check = {
  id: "procfile-missing",
  title: "There is a Procfile",
  buildpack: true,

  find(project) {
    const { files, foundApp } = project;
    const target = foundApp ?? `${guess(files)}:app`;
    const [module, attribute] = target.split(":");
    const isPackage = files.has(`${module}/__init__.py`) && !files.has(`${module}.py`);
    if (files.has("Procfile") || misnamedProcfile(project) !== undefined) return [];
    return [
      {
        level: "error",
        file: null,
        line: null,
        problem:
          "The commit has no Procfile, so Heroku does not know how to start the app: it builds, starts nothing, and every " +
          "page answers 503. At home `flask run` finds the app by itself; Heroku does not.",
        fix:
          `Add a file named exactly \`Procfile\` with the line \`web: gunicorn ${target}\` and commit it. ` +
          `${module} is the ${isPackage ? "package" : `module (${module}.py without .py)`}, ${attribute} the Flask object in it.`,
        edits:
          foundApp === undefined
            ? []
            : [{ kind: "create", file: "Procfile", text: `web: gunicorn ${foundApp}\n` }],
      },
    ];
  },
};

function guess(files: ReadonlyMap<string, unknown>): string {
  return ["wsgi", "app", "main", "run", "application"].find((module) => files.has(`${module}.py`)) ?? "app";
}
