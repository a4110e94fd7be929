import { isCertain } from "../project/code.ts";
import type { ClassFact } from "../project/code-facts.ts";
import type { Project } from "../project/project.ts";
import type { Check, Remark } from "./check.ts";
import { quote } from "./quote.ts";
import { createAllCalls, imports, modelClasses } from "./tables.ts";

const FINDS_MODULES =
  /(?:^|\.)(?:import_module|__import__|import_string|find_modules|iter_modules|walk_packages)$/;

// A table is known once the class that describes it has been defined; nothing looks for modules by itself.
export const modelsNotImported: Check = {
  id: "models-not-imported",
  title: "Every model is imported before the tables are made",

  find(project) {
    const { code } = project;
    const finds = code.calls.some(({ name, where }) => where.loaded !== "no" && FINDS_MODULES.test(name));
    if (!imports(project, "flask_sqlalchemy") || code.hasUnreadable || finds) return [];
    return [...neverLoaded(project), ...definedTooLate(project)];
  },
};

function neverLoaded(project: Project): Remark[] {
  const models = modelClasses(project);
  const known = new Set(models.filter(({ where }) => where.loaded !== "no").map(({ name }) => name));
  const files = Map.groupBy(
    models.filter(({ where }) => where.loaded === "no"),
    ({ where }) => where.file,
  );
  return [...files]
    .filter(([, classes]) => !classes.some(({ name }) => known.has(name)))
    .map(([file, classes]) => ({
      level: "warning",
      file,
      line: classes[0]?.line ?? null,
      problem:
        `Nothing that the web process loads imports this file, so the app does not know ${namesOf(classes)}: neither \`create_all()\` ` +
        "nor a migration makes the tables. At home, a shell or a script may import it.",
      fix: "Import the file where the app is made, in a factory before it returns the app. If it is no longer used, remove it.",
    }));
}

function namesOf(classes: readonly ClassFact[]): string {
  const shown = classes.slice(0, 3).map(({ name }) => quote(name));
  return shown.join(", ") + (classes.length > 3 ? " and others" : "");
}

/** Models below a create_all of the same file, where no later one follows. */
function definedTooLate(project: Project): Remark[] {
  const calls = createAllCalls(project).filter(
    ({ where }) => where.function === undefined && isCertain(project.code, where),
  );
  return [...Map.groupBy(calls, ({ where }) => where.file)].flatMap(([file, inFile]): Remark[] => {
    const last = inFile.at(-1);
    if (!last) return [];
    const late = modelClasses(project).filter(
      ({ where, line }) => where.file === file && where.function === undefined && line > last.line,
    );
    if (late.length === 0) return [];
    const problem = `\`create_all()\` runs before ${namesOf(late)} below it: an empty database gets no table of them. At home the tables are there from an earlier run.`;
    const fix = "Move the call below the last model.";
    return [{ level: "warning", file, line: last.line, problem, fix }];
  });
}
