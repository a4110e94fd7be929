import type { Project } from "../project/project.ts";
import type { WebTarget } from "../project/web-target.ts";
import type { Check, Remark } from "./check.ts";
import { quote } from "./quote.ts";
import { missingAttribute } from "./web-target-attribute.ts";
import { missingModule } from "./web-target-module.ts";

// gunicorn imports `module` and takes `attribute` from it when its workers boot. If either is not there they end,
// the web process crashes, and every page answers H10. `flask run` at home searches for the app instead.
export const webTarget: Check = {
  id: "web-target",
  title: "The app that gunicorn is told to serve is in the commit",
  buildpack: true,

  find(project) {
    const { gunicorn, webTarget: target, entry, reached } = project.modules;
    if (!gunicorn?.certain || !target || !entry) return [];
    if (gunicorn.bareBracket) return [refusedByShell(target)];
    if (entry.kind === "unknown") return [];
    if (entry.kind !== "file") return isOnDisk(project) ? [] : missingModule(project, target);

    const source = reached.get(entry.path);
    return source === undefined || source === "unreadable"
      ? []
      : missingAttribute(target, entry.path, source, project);
  },
};

/** Whether the web line names a file that nobody committed: for file-not-committed to say. */
function isOnDisk({ uncommitted }: Project): boolean {
  return uncommitted.some(({ use }) => use === "procfile");
}

// Heroku starts a process through a shell, where a bracket outside quotation marks is a syntax error.
function refusedByShell({ module, attribute, file, line }: WebTarget): Remark {
  return {
    level: "error",
    file,
    line,
    problem:
      "The brackets of the app factory are not in quotation marks. Heroku starts the command through a shell, which stops " +
      "with `syntax error near unexpected token`.",
    fix: `Put the target in quotation marks: ${quote(`"${module}:${attribute.replaceAll('"', "'")}"`)}.`,
  };
}
