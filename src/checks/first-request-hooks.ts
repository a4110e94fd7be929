import type { ExprNode, StmtNode } from "py-ast";
import { installedOnHeroku } from "../project/allowed-version.ts";
import type { Project } from "../project/project.ts";
import { fits } from "../project/versions.ts";
import type { Remark } from "./check.ts";

const HOOKS = ["before_first_request", "before_app_first_request"];

/** Functions that Flask was to call before the first request: since 2.3 there is no such decorator. */
export function firstRequestHooks(project: Project): Remark[] {
  const version = installedOnHeroku(project.requirements, "flask");
  if (version === undefined || !fits(version, ">=2.3")) return [];
  return [...project.modules.reached].flatMap(([file, source]) => {
    if (source === "unreadable" || !project.contents.get(file)?.includes("first_request")) return [];
    return hooks(source.body, undefined).map(({ line, inside }) => {
      const certain = inside === undefined || project.code.started.has(`${file}:${inside}`);
      return remark(file, line, certain);
    });
  });
}

type Hook = { readonly line: number; readonly inside: string | undefined };

/** Decorators at import level, and in functions; what a condition or a `try` guards is let be. */
function hooks(statements: readonly StmtNode[], inside: string | undefined): Hook[] {
  return statements.flatMap((statement): Hook[] => {
    if (statement.nodeType === "ClassDef" || statement.nodeType === "With")
      return hooks(statement.body, inside);
    if (statement.nodeType !== "FunctionDef" && statement.nodeType !== "AsyncFunctionDef") return [];
    const own = statement.decorator_list.filter(isHook).map(({ lineno }) => ({ line: lineno, inside }));
    return [...own, ...hooks(statement.body, inside ?? statement.name)];
  });
}

function isHook(decorator: ExprNode): boolean {
  return decorator.nodeType === "Attribute" && HOOKS.includes(decorator.attr);
}

function remark(file: string, line: number, certain: boolean): Remark {
  return {
    level: certain ? "error" : "warning",
    file,
    line,
    problem: `Flask has no \`before_first_request\` since 2.3, and Heroku installs a newer one: ${
      certain ? "the app does not start" : "the function around it fails when it is called"
    }. At home an older Flask is installed.`,
    fix: "Run the code where the app is made, inside `with app.app_context():`.",
  };
}
