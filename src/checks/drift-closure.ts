import { closure } from "../project/closure.ts";
import type { Package } from "../project/environment.ts";
import type { Project } from "../project/project.ts";
import { herokuMarkers } from "../project/python-version.ts";
import { isFullyKnown, type Requirements } from "../project/requirements.ts";
import { fits } from "../project/versions.ts";
import type { Remark } from "./check.ts";
import { comesWithPython, type Tested } from "./drift-imports.ts";
import { listed, quote } from "./quote.ts";

// Tools of development. They only keep a notice short: no error depends on this list.
const TOOLS =
  /^(?:pytest(?:-.*)?|.*-stubs|types-.*|flake8(?:-.*)?|black|ruff|mypy|isort|pylint|pyright|bandit|safety|autopep8|yapf|coverage|codecov|tox|nox|pre-commit|ipython|ipdb|ipykernel|jupyter(?:lab)?|notebook|build|twine|pip-tools|pipdeptree|faker|factory-boy|hypothesis|selenium|playwright|responses|requests-mock|freezegun|locust|sphinx|mkdocs(?:-.*)?|uv|poetry|pipenv|virtualenv|deptry|fawltydeps|nose2?|mock|honcho|watchdog|pip|setuptools|wheel)$/;
const NAMED = 5;

/** What is installed where the tests ran, that neither requirements.txt nor a tool of development brings: one notice. */
export function notListed(
  { python }: Project,
  requirements: Requirements,
  { packages }: Tested,
  missing: Iterable<string>,
): Remark[] {
  const { entries } = requirements;
  const roots = [...entries.filter(({ active }) => active), ...[...missing].map(bare)];
  const tools = [...packages.keys()].filter((key) => TOOLS.test(key)).map(bare);
  const provided = closure(roots, packages, herokuMarkers(python));
  if (!provided.complete || !isFullyKnown(requirements)) return [];

  const ofTools = closure(tools, packages, herokuMarkers(python)).keys;
  const written = new Set(entries.map(({ key }) => key));
  const names = [...packages]
    .filter(([key]) => !provided.keys.has(key) && !ofTools.has(key) && !written.has(key))
    .map(([, { name }]) => name)
    .sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
  if (names.length === 0) return [];
  return [
    {
      level: "notice",
      file: "requirements.txt",
      line: null,
      problem:
        `Installed where the tests ran, but not by requirements.txt: ${listed(names.map(quote), NAMED)}. The app does not seem to import them, ` +
        "but what it uses without an import, such as a driver or a plugin, would not be there on Heroku.",
      fix: "List what the app needs. Test in an environment with nothing but requirements.txt and the tools to be sure.",
    },
  ];
}

/** With one `--hash` in the file, pip wants all that it installs listed with one. */
export function unhashedDependencies(
  { python }: Project,
  { entries, constraints, problems }: Requirements,
  { packages, provided }: Tested,
): Remark[] {
  const active = entries.filter((entry) => entry.active);
  const first = active.find(({ hashes }) => hashes > 0);
  const isTested = active.every(({ key, specifier }) => fits(packages.get(key)?.version ?? "", specifier));
  if (!first || !isTested || constraints.length > 0 || problems.length > 0) return [];

  const written = new Set(active.map(({ key }) => key));
  const names = [...provided.keys]
    .filter((key) => !written.has(key) && !comesWithPython(key, python))
    .map((key) => packages.get(key)?.name ?? key);
  if (!provided.complete || names.length === 0) return [];
  return [
    {
      level: "error",
      file: first.file,
      line: first.line,
      problem:
        "Lines of the file have a `--hash`, and then pip wants everything listed with one. What is listed needs " +
        `${listed(names.map(quote), NAMED)}, which is not in the file, so the build stops.`,
      fix: "Write the file anew: `pip-compile --generate-hashes` (or `uv pip compile --generate-hashes`) lists everything.",
    },
  ];
}

function bare(name: string): Pick<Package, "name"> & { readonly extras: readonly string[] } {
  return { name, extras: [] };
}
