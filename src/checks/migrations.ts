import { isCertain } from "../project/code.ts";
import { migrationsFolders } from "../project/migrations.ts";
import type { Project } from "../project/project.ts";
import { lists } from "../project/requirements.ts";
import type { Check, Remark } from "./check.ts";
import { createAllCalls } from "./tables.ts";

// Flask-Migrate's folder must be in the commit, with at least one migration, and be the only one that makes tables.
export const migrations: Check = {
  id: "migrations",
  title: "The migrations are complete",

  find: flaskMigrate,
};

function flaskMigrate(project: Project): Remark[] {
  const { code, files } = project;
  const migrate = code.calls.find(
    ({ name, where }) => /(?:^|\.)Migrate$/.test(name) && where.loaded !== "no",
  );
  if (!migrate || !lists(project, "flask-migrate")) return [];

  const paths = [...files.keys()];
  const place = { level: "warning", file: migrate.where.file, line: migrate.line } as const;
  const [folder] = migrationsFolders(project);
  // A link or a submodule may hold them.
  const isHidden = [...files.values()].some(
    ({ path, mode }) => path.endsWith("migrations") && !mode.startsWith("100"),
  );
  if (isHidden) return [];
  if (folder === undefined) {
    const problem =
      "The app uses Flask-Migrate, but its migrations folder is not in the commit: on Heroku `flask db upgrade` ends with `Path doesn't exist: migrations`. At home the folder may be there, ignored by git.";
    const fix =
      "Run `flask db init` and `flask db migrate` where there is no folder yet, then commit it: take `migrations` out of .gitignore.";
    return [{ ...place, problem, fix }];
  }
  if (!paths.some((path) => path.startsWith(`${folder}/versions`) && path.endsWith(".py"))) {
    const problem =
      "The migrations folder has no migration: `flask db upgrade` succeeds on Heroku and makes no table.";
    const fix = 'Run `flask db migrate -m "first"` at home and commit the file that it writes.';
    return [{ ...place, problem, fix }];
  }
  return createAllCalls(project)
    .filter(({ where }) => isCertain(code, where))
    .map(({ line, where }) => ({
      level: "warning",
      file: where.file,
      line,
      problem:
        "`create_all()` runs when the app is imported, and Flask-Migrate makes the same tables. On an empty database `create_all()` " +
        "comes first, even within `flask db upgrade`, which then ends with `relation already exists`. At home the tables were there before.",
      fix: "Take the call out: `flask db upgrade` makes the tables. If they are there already, run `flask db stamp head` once.",
    }));
}
