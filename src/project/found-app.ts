import { dotted } from "./dotted.ts";
import { readPythonSource } from "./python-source.ts";
import type { Reading } from "./reading.ts";
import type { Tree } from "./tree.ts";

// Where `flask run` looks by itself (wsgi.py, app.py), and the names that people give the file besides.
const USUAL = ["wsgi", "app", "main", "run", "application"];
const NAMES = ["app", "application"];
/** Packages that are read; an app has a few. */
const MOST = 10;

/**
 * `module:attribute` of the app, for a commit without a Procfile: the one file of the usual names that makes a Flask
 * object or imports the app when it is loaded, or the one package. Undefined when none or several do, so that it would
 * be a guess.
 */
export function* readFoundApp({ files }: Tree): Reading<string | undefined> {
  const candidates = candidatesOf([...files.keys()]);
  const sources = yield [...candidates.values()];
  const found = [...candidates].flatMap(([module, path]) => {
    const bytes = sources.get(path);
    const attribute = bytes && attributeOf(module, bytes.toString("utf8"));
    return attribute === undefined ? [] : [`${module}:${attribute}`];
  });
  return found.length === 1 || found[0]?.startsWith("wsgi:") ? found[0] : undefined;
}

/** Modules with their files. A file beside a package may add pages to its app: then the package is not all of it. */
function candidatesOf(paths: readonly string[]): ReadonlyMap<string, string> {
  if (paths.some((path) => /^[^/]+\.py$/.test(path)))
    return new Map(USUAL.map((module) => [module, `${module}.py`]));
  const packages = paths.flatMap((path) => /^([A-Za-z_]\w*)\/__init__\.py$/.exec(path)?.[1] ?? []);
  return new Map(packages.length > MOST ? [] : packages.map((name) => [name, `${name}/__init__.py`]));
}

function attributeOf(module: string, text: string): string | undefined {
  const source = readPythonSource(text);
  if (source === "unreadable") return undefined;
  for (const statement of source.body) {
    if (statement.nodeType !== "Assign" || statement.value.nodeType !== "Call") continue;
    const [target] = statement.targets;
    const made = dotted(statement.value.func) ?? "";
    if (target?.nodeType === "Name" && /(?:^|\.)(?:Flask|create_app)$/.test(made)) return target.id;
  }
  // A wsgi.py is there to give the server its app; an import elsewhere may be there for anything.
  return module === "wsgi" ? NAMES.find((name) => source.names.get(name)?.main === false) : undefined;
}
