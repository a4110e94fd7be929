import type { ExprNode } from "py-ast";
import { likelyVersion } from "../project/allowed-version.ts";
import { isCertain } from "../project/code.ts";
import type { CallFact } from "../project/code-facts.ts";
import { dotted } from "../project/dotted.ts";
import type { Project } from "../project/project.ts";
import { lists } from "../project/requirements.ts";
import { fits } from "../project/versions.ts";
import type { Check, Remark } from "./check.ts";
import { createAllCalls, imports } from "./tables.ts";

// Flask-SQLAlchemy 3 wants to be told which app's tables are meant; 2.5 took the last app that it knew.
export const createAllContext: Check = {
  id: "create-all-context",
  title: "create_all is called in the app's context",

  find(project) {
    const version = likelyVersion(project, "flask-sqlalchemy");
    if (!imports(project, "flask_sqlalchemy") || (version !== undefined && !fits(version, ">=3.0.0.dev0")))
      return [];

    const isSure = version !== undefined && lists(project, "flask-sqlalchemy");
    return createAllCalls(project)
      .filter(({ where }) => !where.inContext && isCertain(project.code, where))
      .filter(({ where }) => !mayHaveContext(where.file, project))
      .map((call) => ({
        level: isSure && isFlaskSqlalchemy(call, project) ? "error" : "warning",
        file: call.where.file,
        line: call.line,
        problem:
          "`create_all()` runs when the app is loaded, outside of the app's context. Flask-SQLAlchemy 3 stops with " +
          "`RuntimeError: Working outside of application context`, and the web process does not start. At home a `flask` command or an older version let it pass.",
        fix: "Put it under `with app.app_context():`. Or take it out: the action makes the tables after each push.",
        ...indented(call, project),
      }));
  },
};

/** Whether the name before `create_all` is seen to be given an SQLAlchemy object, and the call is one of version 3. */
function isFlaskSqlalchemy({ name, node }: CallFact, { code }: Project): boolean {
  const owner = name.split(".").at(-2) ?? "";
  const values = [...code.assigned.values()].flatMap((names) => names.get(owner) ?? []);
  const isMade = values.some(
    (value) => value.nodeType === "Call" && /(?:^|\.)SQLAlchemy$/.test(dotted(value.func) ?? ""),
  );
  return isMade && node.args.length + node.keywords.length === 0;
}

/** A push in another file or in a function may come before. */
function mayHaveContext(file: string, { code }: Project): boolean {
  return code.calls.some(
    ({ name, where }) =>
      /(?:context\(\)|context|ctx)\.push$/.test(name) &&
      where.loaded !== "no" &&
      (where.file !== file || where.function !== undefined),
  );
}

/** The call under a `with`, where it has its line for itself and the file has one app. */
function indented({ alone, line, name, node, where }: CallFact, { code }: Project): Pick<Remark, "edits"> {
  const assigned = [...(code.assigned.get(where.file) ?? [])];
  const [app, ...others] = assigned.filter(([, values]) => values.some(makesApp)).map(([name]) => name);
  if (!alone || app === undefined || others.length > 0 || node.args.length + node.keywords.length > 0)
    return {};
  const lines = [`with ${app}.app_context():`, `    ${name}()`];
  return { edits: [{ kind: "replace", file: where.file, from: line, to: line, lines }] };
}

function makesApp(value: ExprNode): boolean {
  return (
    value.nodeType === "Call" && /^(?:flask\.)?Flask$|^(?:create|make)_app$/.test(dotted(value.func) ?? "")
  );
}
