import { type Call, type ExprNode, walk } from "py-ast";
import { dotted, textOf } from "../project/dotted.ts";
import type { Project } from "../project/project.ts";
import type { PythonSource } from "../project/python-source.ts";
import { type Advice, isLoopback, UNHEARD } from "./listening.ts";
import { quote } from "./quote.ts";
import { DEVELOPMENT, PRODUCTION } from "./web-server-flask.ts";

const RUN = /^(?:app|application|flask_app|server|socketio)\.run$/;

/** What to say of a Python file that is started as the web process. Silent where it does not call `run` of an app. */
export function pythonFile({ modules, web, container, uncommitted }: Project): Advice | undefined {
  const { start, entry, reached } = modules;
  if (!web || !start?.isMain || !start.certain) return undefined;
  if (start.code.kind === "file" && entry?.kind === "missing") {
    const { path } = start.code;
    // An image may have its files elsewhere.
    return container || uncommitted.has(path) ? undefined : notThere(path);
  }
  const path = entry?.kind === "file" ? entry.path : "";
  const source = reached.get(path);
  if (source === undefined || source === "unreadable") return undefined;

  const runs = runsOf(source);
  const [first] = runs;
  if (!first) return undefined;
  const starter = web.file === "Procfile" ? "The Procfile" : quote(web.file);
  const flaws = runs.map(flawOf);
  const [flaw] = flaws;
  if (flaw !== undefined && !flaws.includes(undefined)) {
    return {
      level: "error",
      file: path,
      line: first.lineno,
      problem: `${starter} starts ${quote(path)}, whose ${quote(`${dotted(first.func)}()`)} ${flaw}. ${UNHEARD}`,
      fix: `${PRODUCTION} What stands under \`if __name__ == "__main__"\` is for home.`,
    };
  }
  if (dotted(first.func)?.startsWith("socketio.")) return undefined;
  return {
    level: "warning",
    problem: `${starter} starts ${quote(path)}, which runs Flask's development server. ${DEVELOPMENT}`,
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

function runsOf({ body }: PythonSource): Call[] {
  return body
    .flatMap((statement) => [...walk(statement)])
    .filter((node): node is Call => node.nodeType === "Call" && RUN.test(dotted(node.func) ?? ""));
}

/** Why nobody hears this server; undefined where it is right, or cannot be known. */
function flawOf({ func, args, keywords }: Call): string | undefined {
  const isOpen = keywords.some(({ arg }) => !arg) || args.some(({ nodeType }) => nodeType === "Starred");
  if (isOpen) return undefined;
  const before = dotted(func)?.startsWith("socketio.") ? 1 : 0;
  const given = (name: string, position: number): ExprNode | undefined =>
    keywords.find(({ arg }) => arg === name)?.value ?? args[before + position];
  const host = given("host", 0);
  const port = given("port", 1);
  if (!port) return "listens on port 5000, which is Flask's own choice";
  if (port.nodeType === "Constant" && port.value !== null) return "listens on a fixed port";
  const name = textOf(host);
  if (!host || (name !== undefined && isLoopback(name)))
    return "listens on 127.0.0.1, which only the dyno itself can reach";
  return undefined;
}
