import { isMet, topModule } from "../project/external-imports.ts";
import type { Project } from "../project/project.ts";
import type { Requirements } from "../project/requirements.ts";
import type { Remark } from "./check.ts";
import { comesWithPython, type Tested } from "./drift-imports.ts";
import { listed, quote } from "./quote.ts";
import { isHashed } from "./requirement-edits.ts";

const NAMED = 5;

/**
 * One notice of what only comes along: packages that others bring, in whatever version is newest; those of them that
 * the app imports itself; and lines whose marker does not hold on Heroku though the package was there in the tests.
 */
export function comingAlong(
  { modules, python }: Project,
  requirements: Requirements,
  { packages, stdlib, provided }: Tested,
): Remark[] {
  const { entries, constraints, problems } = requirements;
  const active = entries.filter((entry) => entry.active);
  const written = new Set(active.map(({ key }) => key));
  const pinned = new Set(
    constraints.filter((each) => each.active && /==/.test(each.specifier)).map(({ key }) => key),
  );
  const along = [...provided.keys].filter(
    (key) => !written.has(key) && packages.has(key) && !comesWithPython(key, python),
  );
  const isImported = (key: string) =>
    modules.external.some(({ module, guard }) => {
      const top = topModule(module);
      return isMet({ guard }) && !stdlib.has(top) && packages.get(key)?.imports.includes(top);
    });
  const off = entries.filter(({ key, active }) => !active && !written.has(key) && packages.has(key));

  const open = along.filter((key) => !pinned.has(key));
  const sentences = [
    said(
      namesOf(open),
      (names) =>
        `Only other packages ask for ${names}, so Heroku installs whatever version of them is newest.`,
    ),
    said(
      namesOf(along.filter(isImported)),
      (names) =>
        `The app imports ${names} itself and does not list it: it is gone when nothing brings it any more.`,
    ),
    said(
      off.map(({ name }) => name),
      (names) =>
        `The marker of ${names} does not hold on Heroku: the tests had it, Heroku does not install it.`,
    ),
  ].filter((sentence) => sentence !== "");
  // With a hash, pip wants everything listed, which is an error of its own.
  if (sentences.length === 0 || problems.length > 0 || isHashed(requirements)) return [];
  return [
    {
      level: "notice",
      file: "requirements.txt",
      line: null,
      problem: sentences.join(" "),
      fix: "List with its version what the app needs: `pip freeze`, or `pip-compile`, writes all that the tests had.",
    },
  ];

  function namesOf(keys: readonly string[]): string[] {
    return keys
      .map((key) => packages.get(key)?.name ?? key)
      .sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
  }
}

function said(names: readonly string[], sentence: (names: string) => string): string {
  if (names.length === 0) return "";
  return sentence(listed(names.map(quote), NAMED));
}
