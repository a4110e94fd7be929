import type { CallFact } from "./code-facts.ts";
import { textOf } from "./dotted.ts";
import type { Project } from "./project.ts";
import { lists } from "./requirements.ts";
import { inTree } from "./tree.ts";

type Commit = Pick<Project, "files" | "code" | "modules">;

const WRITTEN = /^(.+)\/(?:script\.py\.mako|versions[^/]*\/[^/]+)$/;

/**
 * The folders of the commit that hold migrations: one called `migrations`, or one where what `flask db init` and
 * `flask db migrate` write lies beside its env.py. Those in which Flask-Migrate looks come first.
 */
export function migrationsFolders(commit: Commit): string[] {
  const isLookedIn = lookedIn(commit);
  const paths = [...commit.files.keys()];
  const written = new Set(paths.map((path) => WRITTEN.exec(path)?.[1]));
  return paths
    .filter((path) => path.endsWith("/env.py") && !/(?:^|\/)v?env\//.test(path))
    .map((path) => path.slice(0, -"/env.py".length))
    .filter((folder) => /(?:^|\/)migrations$/.test(folder) || written.has(folder))
    .toSorted((one, other) => Number(isLookedIn(other)) - Number(isLookedIn(one)));
}

/** Whether the app's tables come from Flask-Migrate: it is listed, and finds its migrations folder in the commit. */
export function usesFlaskMigrate(project: Project): boolean {
  return lists(project, "flask-migrate") && migrationsFolders(project).some(lookedIn(project));
}

/** Which folders Flask-Migrate takes, as the one-off dyno runs it: from where gunicorn imports, then from the root. */
function lookedIn({ code, modules }: Commit): (folder: string) => boolean {
  const names = ["migrations", ...code.calls.flatMap(directory).map(textOf)];
  const roots = [modules.webTarget?.root ?? ".", "."];
  const known = new Set(
    names.flatMap((name) => (name === undefined ? [] : roots.map((root) => inTree(root, name)))),
  );
  return (folder) => known.has(folder) || names.includes(undefined);
}

/** What `Migrate(app, db, directory)` or its `init_app` is given. */
function directory({ name, node, where }: CallFact) {
  if (where.loaded === "no" || !/(?:^|\.)(?:Migrate|init_app)$/.test(name)) return [];
  const given = node.keywords.find(({ arg }) => arg === "directory")?.value ?? node.args[2];
  return given ? [given] : [];
}
