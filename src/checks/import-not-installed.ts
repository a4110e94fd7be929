import { firstImports, isElsewhere } from "../project/external-imports.ts";
import type { ExternalImport } from "../project/python-modules.ts";
import { isFullyKnown, type Requirements } from "../project/requirements.ts";
import { canonicalName } from "../project/versions.ts";
import type { Check, Remark } from "./check.ts";
import { IMPORT_PROVIDERS } from "./data/import-providers.ts";
import { quote } from "./quote.ts";
import { added } from "./requirement-edits.ts";

// Without an environment nobody knows what a package brings along, so this only speaks of modules that are known, and
// never surely. With one, requirements-drift speaks; a freeze file names packages and not what they are imported by.
export const importNotInstalled: Check = {
  id: "import-not-installed",
  title: "What the app imports is in requirements.txt",
  buildpack: true,

  find(project) {
    const { requirements, environment, modules } = project;
    if (!requirements || (environment.packages !== null && !environment.versionsOnly)) return [];
    if (!isFullyKnown(requirements)) return [];

    const first = firstImports(modules.external, (top) =>
      Object.hasOwn(IMPORT_PROVIDERS, top) ? top : undefined,
    );
    return [...first].flatMap(([top, wanted]) => {
      const providers = IMPORT_PROVIDERS[top] ?? [];
      const [probably] = providers;
      if (probably === undefined || isListed(top, providers, requirements) || isElsewhere(project, top))
        return [];
      return [missing(top, wanted, probably, requirements)];
    });
  },
};

function isListed(module: string, providers: readonly string[], { entries }: Requirements): boolean {
  const name = canonicalName(module);
  const same = [name, `python-${name}`, `${name}-python`, `py${name}`, `flask-${name}`];
  return entries.some(
    ({ key, active }) => active && (same.includes(key) || providers.some((pattern) => matches(key, pattern))),
  );
}

function matches(key: string, pattern: string): boolean {
  const [start = "", end] = pattern.split("*", 2).map(canonicalName);
  return end === undefined ? key === start : key.startsWith(start) && key.endsWith(end);
}

function missing(
  module: string,
  { module: wanted, file, line, guard }: ExternalImport,
  probably: string,
  requirements: Requirements,
): Remark {
  const when = guard === "lazy" ? "when that function is called" : "and the app does not start";
  return {
    level: "warning",
    file,
    line,
    later: guard === "lazy",
    module: wanted,
    problem:
      `This file imports ${quote(module)}, and nothing in requirements.txt is known to bring it (probably ${quote(probably)}). Heroku ` +
      `installs what is listed and nothing else: the import fails there, ${when}. At home it is installed already.`,
    fix: `Add the line ${quote(probably)}, with the version that \`pip freeze\` shows, to requirements.txt.`,
    edits: added(requirements, probably),
  };
}
