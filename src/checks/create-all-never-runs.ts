import type { CallFact } from "../project/code-facts.ts";
import { usesFlaskMigrate } from "../project/migrations.ts";
import type { Project } from "../project/project.ts";
import type { Check } from "./check.ts";
import { createAllCalls } from "./tables.ts";

// A server imports the app; only `python app.py` runs what stands under `if __name__ == "__main__"`.
export const createAllNeverRuns: Check = {
  id: "create-all-never-runs",
  title: "create_all is not left to python app.py",

  find(project) {
    const calls = createAllCalls(project);
    const [first] = calls;
    if (!first || usesFlaskMigrate(project) || !calls.every((call) => onlyUnderMain(call, project)))
      return [];
    return [
      {
        level: "warning",
        file: first.where.file,
        line: first.line,
        problem:
          '`create_all()` is only called under `if __name__ == "__main__"`. `python app.py` at home runs that, gunicorn does not: ' +
          "where nothing else makes the tables, the first query fails with `relation does not exist`.",
        fix:
          "Move it below the models, under `with app.app_context():`. The action makes the tables itself, unless its `tables` input is " +
          "`off`; then you may leave it as it is.",
      },
    ];
  },
};

function onlyUnderMain({ where }: CallFact, { code }: Project): boolean {
  if (where.guard === "main") return true;
  if (where.function === undefined || where.decorators.length > 0 || where.className !== undefined)
    return false;
  const uses = code.calls.filter(({ name }) => name.split(".").at(-1) === where.function);
  return uses.length > 0 && uses.every((use) => use.where.guard === "main");
}
