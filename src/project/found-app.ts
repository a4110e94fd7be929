import { dotted } from "./dotted.ts";
import { readPythonSource } from "./python-source.ts";
import type { Reading } from "./reading.ts";

// Where `flask run` looks by itself (wsgi.py, app.py), and the names that people give the file besides.
const USUAL = ["wsgi", "app", "main", "run", "application"];
const NAMES = ["app", "application"];

/**
 * `module:attribute` of the app, for a commit without a Procfile: the one file of the usual names that makes a Flask
 * object or imports the app when it is loaded. Undefined when none or several do, so that it would be a guess.
 */
export function* readFoundApp(): Reading<string | undefined> {
  const sources = yield USUAL.map((module) => `${module}.py`);
  const found = USUAL.flatMap((module) => {
    const bytes = sources.get(`${module}.py`);
    const attribute = bytes && attributeOf(module, bytes.toString("utf8"));
    return attribute === undefined ? [] : [`${module}:${attribute}`];
  });
  return found.length === 1 || found[0]?.startsWith("wsgi:") ? found[0] : undefined;
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
