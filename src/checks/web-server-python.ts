import type { Call, ExprNode } from "py-ast";
import { isCertain } from "../project/code.ts";
import type { CallFact } from "../project/code-facts.ts";
import { dotted, textOf } from "../project/dotted.ts";
import type { Project } from "../project/project.ts";
import { isFlaskApp } from "./is-flask-app.ts";
import { type Advice, isLoopback, UNHEARD } from "./listening.ts";
import { quote } from "./quote.ts";
import { DEVELOPMENT, PRODUCTION } from "./web-server-flask.ts";

const NAMES = ["app", "application", "flask_app", "socketio"];
// What may serve in its place, by a call or by a `run` of its own that knows $PORT.
const SERVES = /(?:^|\.)(?:serve|serve_forever|exec[lv]p?e?)$|\(\)\.run$|^bjoern\.run$/;
const HOOKS = ["bin/pre_compile", "bin/post_compile"];
const FRAMEWORK = /^(?:dash|connexion|quart|uvicorn)(?:\.|$)/;

/** What to say of a Python file that is started as the web process. Silent where it does not call `run` of an app. */
export function pythonFile(project: Project): Advice | undefined {
  const { modules, code, web, files, container, uncommitted } = project;
  const { start, entry } = modules;
  if (!web || !start?.isMain || !start.certain) return undefined;
  if (start.code.kind === "file" && entry?.kind === "missing") {
    const { path } = start.code;
    // An image may have its files elsewhere, and the build may make some.
    const isMade = container || HOOKS.some((hook) => files.has(hook));
    return isMade || uncommitted.some((file) => file.path === path) ? undefined : notThere(path);
  }
  const path = entry?.kind === "file" ? entry.path : "";
  const runs = runsOf(project, path);
  const [first] = runs;
  if (!first) return undefined;
  const sure = runs.find(({ where }) => isCertain(code, where));
  const starter = web.file === "Procfile" ? "The Procfile" : quote(web.file);
  const isNamed = namesServer(code);
  const flaws = runs.map(({ node }) => flawOf(node, isNamed));
  const flaw = sure && flaws[runs.indexOf(sure)];
  if (sure && flaw !== undefined && !flaws.includes(undefined)) {
    return {
      level: "error",
      file: path,
      line: sure.line,
      problem: `${starter} starts ${quote(path)}, whose ${quote(`${sure.name}()`)} ${flaw}. ${UNHEARD}`,
      fix: `${PRODUCTION} What stands under \`if __name__ == "__main__"\` is for home.`,
    };
  }
  if (first.name.startsWith("socketio.")) return undefined;
  return {
    level: "warning",
    problem: `${starter} starts ${quote(path)}, which ${sure ? "runs" : "may run"} Flask's development server. ${DEVELOPMENT}`,
    fix: PRODUCTION,
  };
}

function notThere(path: string): Advice {
  return {
    level: "error",
    problem: `The Procfile starts ${quote(path)}, but the commit has no such file. The web process ends at once.`,
    fix: `${PRODUCTION} If the file is there at home, git may ignore it, or nobody has added it yet.`,
  };
}

/** The calls of `run` that the start of the file may come to; none where something else may serve. */
function runsOf({ code, modules }: Project, path: string): CallFact[] {
  const source = modules.reached.get(path);
  if (source === undefined || source === "unreadable") return [];
  const calls = code.calls.filter(({ where }) => where.file === path);
  if (source.imports.some(({ module }) => FRAMEWORK.test(module))) return [];
  if (calls.some(({ name }) => SERVES.test(name))) return [];
  const names = NAMES.filter((name) => isFlaskApp(code, path, name)).map((name) => `${name}.run`);
  return calls.filter(
    ({ name, where }) =>
      names.includes(name) && where.guard !== "main" && isCertain(code, { ...where, guard: "none" }),
  );
}

/** Whether the code gives SERVER_NAME, from which `run` takes the host and the port that it is not given (Flask 3.1, app.py). */
function namesServer({ settings, strings }: Project["code"]): boolean {
  return strings.has("SERVER_NAME") || settings.some(({ key }) => key === "SERVER_NAME");
}

/** Why nobody hears this server; undefined where it is right, or cannot be known. */
function flawOf({ func, args, keywords }: Call, isNamed: boolean): string | undefined {
  const isOpen = keywords.some(({ arg }) => !arg) || args.some(({ nodeType }) => nodeType === "Starred");
  if (isOpen) return undefined;
  const before = dotted(func)?.startsWith("socketio.") ? 1 : 0;
  const given = (name: string, position: number): ExprNode | undefined =>
    keywords.find(({ arg }) => arg === name)?.value ?? args[before + position];
  const host = given("host", 0);
  const port = given("port", 1);
  if (!port && isNamed) return undefined;
  if (!port) return "listens on port 5000, which is Flask's own choice";
  if (port.nodeType === "Constant" && port.value !== null) return "listens on a fixed port";
  const name = textOf(host);
  if (!host && isNamed) return undefined;
  if (!host || (name !== undefined && isLoopback(name)))
    return "listens on 127.0.0.1, which only the dyno itself can reach";
  return undefined;
}
