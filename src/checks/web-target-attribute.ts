import { posix } from "node:path";
import type { Binding } from "../project/bindings.ts";
import type { Project } from "../project/project.ts";
import type { PythonSource } from "../project/python-source.ts";
import type { WebTarget } from "../project/web-target.ts";
import type { Remark } from "./check.ts";
import { quote } from "./quote.ts";
import { retargeted } from "./retargeted.ts";

const FACTORY = /^(?:create|make|build|get|init)_|factory/i;
const USUAL = ["app", "application", "create_app", "make_app", "api", "server", "wsgi", "flask_app"];

/** What to say when the target's module has no such app: `file` is the module's, `source` its facts. */
export function missingAttribute(
  target: WebTarget,
  file: string,
  source: PythonSource,
  project: Project,
): Remark[] {
  const { module, attribute } = target;
  const { files } = project;
  const atTarget = { level: "error", file: target.file, line: target.line } as const;
  const [, name, call] = /^([A-Za-z_]\w*)(\(.*\))?$/s.exec(attribute) ?? [];
  if (name === undefined)
    return /^\w+(?:\.\w+)+(?:\(.*\))?$/s.test(attribute) ? [{ ...atTarget, ...dotted(attribute) }] : [];

  const binding = source.names.get(name);
  if (!binding) {
    const submodule = posix.join(posix.dirname(file), name);
    const isSubmodule =
      posix.basename(file) === "__init__.py" &&
      (files.has(`${submodule}.py`) || files.has(`${submodule}/__init__.py`));
    return source.hasUnseenNames || isSubmodule
      ? []
      : [{ ...atTarget, ...absent(name, file, module, source) }];
  }
  if (binding.main) return source.hasUnseenNames ? [] : [onlyUnderMain(name, file, binding)];

  if (call !== undefined) {
    const advice = wronglyCalled(name, call, binding);
    return advice ? [{ ...atTarget, ...advice }] : [];
  }
  const advice = uncalled(name, module, binding);
  return advice
    ? [{ ...atTarget, ...advice, edits: retargeted(project, target, `${module}:${name}()`) }]
    : [];
}

type Advice = Pick<Remark, "problem" | "fix" | "edits">;

function dotted(attribute: string): Advice {
  return {
    problem: `gunicorn takes a plain name or a call after the colon, and ${quote(attribute)} is neither. Its workers end with AppImportError.`,
    fix: "Give the object a name of its own in the module, and write that name after the colon.",
  };
}

function absent(name: string, file: string, module: string, { names }: PythonSource): Advice {
  const usual = USUAL.find((known) => names.has(known) && !names.get(known)?.main);
  const instead =
    usual && (names.get(usual)?.kind === "function" ? `"${module}:${usual}()"` : `${module}:${usual}`);
  return {
    problem: `gunicorn is told to serve ${quote(name)} of ${quote(file)}, but that file gives nothing this name. Its workers end with AppImportError.`,
    fix: instead
      ? `The file has ${quote(usual ?? "")}: write ${quote(`gunicorn ${instead}`)}.`
      : "After the colon stands the name of the Flask object in that file, as in `app = Flask(__name__)`. Correct either of the two.",
  };
}

function onlyUnderMain(name: string, file: string, { line }: Binding): Remark {
  return {
    level: "error",
    file,
    line,
    problem:
      `${quote(name)} is only made under \`if __name__ == "__main__"\`. That runs with \`python ${posix.basename(file)}\` at home, ` +
      "but gunicorn imports the file, and then there is no such name: its workers end with AppImportError.",
    fix: `Move the line that makes ${quote(name)} above the \`if\`, to the margin, and leave only \`app.run()\` under it.`,
  };
}

function uncalled(name: string, module: string, { kind, parameters }: Binding): Advice | undefined {
  if (kind !== "function" || !parameters) return undefined;
  // A WSGI function is called with the environment and start_response.
  const takesTwo = parameters.required <= 2 && parameters.most >= 2;
  if (takesTwo && !(FACTORY.test(name) && parameters.required !== 2)) return undefined;
  return {
    problem: `${quote(name)} is a function that makes the app, not the app: gunicorn calls it for every request, and every page answers 500.`,
    fix: `Call it, in quotation marks: ${quote(`gunicorn "${module}:${name}()"`)}.`,
  };
}

function wronglyCalled(name: string, call: string, { kind, parameters }: Binding): Advice | undefined {
  if (kind !== "function" || !parameters || !/^\(\s*\)$/.test(call) || parameters.required === 0)
    return undefined;
  return {
    problem: `${quote(`${name}()`)} is called without arguments, but the function cannot be called without any. gunicorn's workers end with TypeError.`,
    fix: "Give its parameters default values, or write the arguments, plain literals only, between the brackets.",
  };
}
