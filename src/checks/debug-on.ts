import type { ExprNode } from "py-ast";
import { isCertain } from "../project/code.ts";
import type { Setting } from "../project/code-facts.ts";
import { configured } from "../project/config.ts";
import { textOf } from "../project/dotted.ts";
import { programOf } from "../project/program.ts";
import type { Project } from "../project/project.ts";
import type { SimpleCommand } from "../project/web-command.ts";
import type { Check, Remark } from "./check.ts";
import { quote } from "./quote.ts";
import { pythonFile } from "./web-server-python.ts";

const EFFECT =
  "Debug mode lets errors pass by your error pages, and whatever looks at `app.debug` (toolbars, " +
  "extensions, your own code) shows visitors what only you should see.";
const CONSOLE = "Every error then shows visitors a traceback, your code and a console.";
const FIX = "Remove it. At home, `flask run --debug` switches it on for you alone.";
const RUN = /^(?:app|application|socketio)\.run$/;

// A server imports the app and never runs what stands under `if __name__ == "__main__"`; `python app.py` does.
export const debugOn: Check = {
  id: "debug-on",
  title: "Debug is off on Heroku",

  find(project) {
    return [...inWebLine(project), ...runs(project), ...inConfiguration(project), ...inEnvironment(project)];
  },
};

function inWebLine({ web }: Project): Remark[] {
  const { text = "", file = "Procfile", line = null, commands = [] } = web ?? {};
  const isSet = /(?:^|[\s;&])FLASK_DEBUG=["']?(?:1|true|yes|on)\b/i.test(text);
  const shown = commands.find(runsWithDebugger);
  if (!isSet && !shown) return [];
  const problem = `The web command switches Flask's debug mode on. ${shown ? CONSOLE : EFFECT}`;
  const place = shown ? { file: shown.file, line: shown.line } : { file, line };
  return [{ level: "error", ...place, problem, fix: "Remove it from the command." }];
}

/** `flask run --debug`, or `flask --debug run`: the option is the group's too (Flask 3.1, cli.py). */
function runsWithDebugger({ words, certain }: SimpleCommand): boolean {
  const { name, args } = programOf(words);
  const has = (pattern: RegExp) => args.some(({ text }) => pattern.test(text));
  return certain && name === "flask" && has(/^run$/) && has(/^--debug(?:ger)?$/);
}

function runs(project: Project): Remark[] {
  const { code, modules } = project;
  const by = modules.start?.by ?? "";
  return code.calls
    .filter(({ name, where }) => RUN.test(name) && where.loaded === "surely")
    .flatMap(({ name, node, line, where }): Remark[] => {
      const place = { file: where.file, line };
      const isDebug = node.keywords.some(({ arg, value }) => arg === "debug" && isTrue(value));
      const isReached = isCertain(code, where);
      // `flask run` passes over every `run` that it comes across.
      if (isReached && by !== "python" && by !== "flask") return [{ ...place, ...runAtImport(name, by) }];
      if (!isDebug || (!isReached && by === "python" && where.guard !== "main")) return [];
      if (!isReached || by === "flask") return [{ ...place, ...HARMLESS }];
      // A server that nobody hears shows nobody anything: web-server says that.
      return pythonFile(project)?.level === "error" ? [] : [{ ...place, ...SHOWN }];
    });
}

const HARMLESS = {
  level: "notice",
  problem:
    "`run(debug=True)` is only used when you start the file yourself. What Heroku starts does not get here.",
  fix: "Leave it, or use `flask run --debug` at home. Never put `python` with this file into the Procfile.",
} as const;

const SHOWN = {
  level: "error",
  problem: `The web process runs this \`run(debug=True)\`. ${CONSOLE}`,
  fix: "Remove `debug=True`; at home, `flask run --debug` switches it on for you alone. Better, let gunicorn serve the app: it does not get here.",
} as const;

/** The server's worker gets no further than this line. */
function runAtImport(name: string, by: string) {
  return {
    level: "error",
    problem:
      `${quote(name)} stands where importing the file runs it. ${by} imports the file and gets no further: Flask's ` +
      "development server starts inside of it, on a port that Heroku does not ask, and the app never answers.",
    fix: 'Put it under `if __name__ == "__main__":`, where only `python app.py` at home runs it.',
  } as const;
}

function inConfiguration({ code }: Project): Remark[] {
  const all = configured(code, "DEBUG");
  const isSwitchedOff = all.some(({ setting }) => isFalse(setting.value) && setting.where.loaded !== "no");
  return all
    .filter(({ setting, certain }) => isTrue(setting.value) && (certain || concerns(setting, isSwitchedOff)))
    .map(({ setting, certain }) => ({ setting, isSure: certain && !isSwitchedOff }))
    .map(({ setting, isSure }) => ({
      level: isSure ? "error" : "warning",
      file: setting.where.file,
      line: setting.line,
      problem: `DEBUG is switched on ${isSure ? "for every run of the app" : "in a configuration that may be used on Heroku"}. ${EFFECT}`,
      fix: FIX,
      ...(isSure ? removal(setting) : {}),
    }));
}

/** A base class often has DEBUG on and production's off, and most modules with a DEBUG are never loaded. */
function concerns({ kind, where }: Setting, isSwitchedOff: boolean): boolean {
  if (kind !== "class" || where.loaded === "no") return false;
  return /prod|heroku/i.test(where.className ?? "") || !isSwitchedOff;
}

function inEnvironment({ code }: Project): Remark[] {
  return code.settings
    .filter(({ key, kind, value, where }) => {
      const isOn = /^(?:1|true|yes|on)$/i.test(textOf(value) ?? "");
      return key === "FLASK_DEBUG" && kind === "environ" && isOn && isCertain(code, where);
    })
    .map((setting) => ({
      level: "error",
      file: setting.where.file,
      line: setting.line,
      problem: `The code sets FLASK_DEBUG to on, and does so on Heroku too. ${EFFECT}`,
      fix: FIX,
      ...removal(setting),
    }));
}

function isTrue(value: ExprNode): boolean {
  return value.nodeType === "Constant" && (value.value === true || value.value === 1);
}

function isFalse(value: ExprNode): boolean {
  return value.nodeType === "Constant" && (value.value === false || value.value === 0);
}

/** Only a statement at the margin can be taken out without a thought for what is around it. */
function removal({ where, line, lastLine, statement }: Setting): Pick<Remark, "edits"> {
  return statement?.column === 0
    ? { edits: [{ kind: "replace", file: where.file, from: line, to: lastLine, lines: [] }] }
    : {};
}
