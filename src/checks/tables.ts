import type { CallFact, ClassFact } from "../project/code-facts.ts";
import type { Project } from "../project/project.ts";

/** Whether the web process surely imports a package or a module of it. */
export function imports({ modules }: Project, name: string): boolean {
  return modules.external.some(({ module }) => module === name || module.startsWith(`${name}.`));
}

/** The calls of Flask-SQLAlchemy's create_all in files that are or may be loaded. */
export function createAllCalls({ code }: Project): CallFact[] {
  return code.calls.filter(
    ({ name, where }) => where.loaded !== "no" && /(?:^|\.)\w*(?:db|database)\w*\.create_all$/i.test(name),
  );
}

/** The classes that are tables of Flask-SQLAlchemy. */
export function modelClasses({ code }: Project): ClassFact[] {
  return code.classes.filter(({ bases }) =>
    bases.some((base) => /(?:^|\.)\w*(?:db|database)\w*\.Model$/i.test(base)),
  );
}
