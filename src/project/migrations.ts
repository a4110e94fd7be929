import type { CallFact, Code } from "./code-facts.ts";
import { dotted, textOf } from "./dotted.ts";
import type { Project } from "./project.ts";
import { lists } from "./requirements.ts";
import { inTree } from "./tree.ts";

type Commit = Pick<Project, "files" | "code" | "modules">;

const MAKES = /(?:^|\.)Migrate(?:\(\)\.init_app)?$/;
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
  const given = code.calls.filter((call) => isMigrate(call, code)).flatMap(directory);
  const names = ["migrations", ...given.map(textOf)];
  const roots = [modules.webTarget?.root ?? ".", "."];
  const known = new Set(
    names.flatMap((name) => (name === undefined ? [] : roots.map((root) => inTree(root, name)))),
  );
  return (folder) => known.has(folder) || names.includes(undefined);
}

/** `Migrate(app, db)`, or the `init_app` of what it made: that of other extensions takes other things. */
function isMigrate({ name, where }: CallFact, { assigned }: Code): boolean {
  if (where.loaded === "no") return false;
  const owner = /(?:^|\.)(\w+)\.init_app$/.exec(name)?.[1];
  if (owner === undefined) return MAKES.test(name);
  const values = [...assigned.values()].flatMap((names) => names.get(owner) ?? []);
  return values.some((value) => value.nodeType === "Call" && MAKES.test(dotted(value.func) ?? ""));
}

/** The folder that such a call is given. */
function directory({ node }: CallFact) {
  const given = node.keywords.find(({ arg }) => arg === "directory")?.value ?? node.args[2];
  return given ? [given] : [];
}
