import { docsPage } from "../failure.ts";
import type { Project } from "../project/project.ts";
import { caseSensitiveLike } from "./case-sensitive-like.ts";
import type { Check, Finding } from "./check.ts";
import { containerDeploy } from "./container-deploy.ts";
import { createAllContext } from "./create-all-context.ts";
import { createAllNeverRuns } from "./create-all-never-runs.ts";
import { databaseUrlHardcoded } from "./database-url-hardcoded.ts";
import { databaseUrlUnused } from "./database-url-unused.ts";
import { debugOn } from "./debug-on.ts";
import { dotenvCommitted } from "./dotenv-committed.ts";
import { fileIgnoredBySlugignore } from "./file-ignored-by-slugignore.ts";
import { fileNotCommitted } from "./file-not-committed.ts";
import { gitLfsPointers } from "./git-lfs-pointers.ts";
import { gunicornMissing } from "./gunicorn-missing.ts";
import { importNotInstalled } from "./import-not-installed.ts";
import { knownBreakingPins } from "./known-breaking-pins.ts";
import { localFilesWritten } from "./local-files-written.ts";
import { migrations } from "./migrations.ts";
import { modelsNotImported } from "./models-not-imported.ts";
import { packageManagers } from "./package-managers.ts";
import { pinsVsPython } from "./pins-vs-python.ts";
import { postgresDriverDefault } from "./postgres-driver-default.ts";
import { postgresDriverMissing } from "./postgres-driver-missing.ts";
import { postgresScheme } from "./postgres-scheme.ts";
import { procfileMissing } from "./procfile-missing.ts";
import { procfileName } from "./procfile-name.ts";
import { procfileSyntax } from "./procfile-syntax.ts";
import { procfileWeb } from "./procfile-web.ts";
import { pythonRemoved } from "./python-removed.ts";
import { pythonSyntax } from "./python-syntax.ts";
import { pythonVersion } from "./python-version.ts";
import { requirementsDrift } from "./requirements-drift.ts";
import { requirementsMissing } from "./requirements-missing.ts";
import { requirementsUnusable } from "./requirements-unusable.ts";
import { secretKeyHardcoded } from "./secret-key-hardcoded.ts";
import { secretKeyRandom } from "./secret-key-random.ts";
import { sqliteOnEphemeralDisk } from "./sqlite-on-ephemeral-disk.ts";
import { submodules } from "./submodules.ts";
import { treeTooLarge } from "./tree-too-large.ts";
import { venvCommitted } from "./venv-committed.ts";
import { webServer } from "./web-server.ts";
import { webTarget } from "./web-target.ts";

/** Every check, in the order in which their findings are shown. Add yours here. */
export const checks: readonly Check[] = [
  containerDeploy,
  procfileMissing,
  procfileName,
  procfileWeb,
  procfileSyntax,
  webTarget,
  webServer,
  gunicornMissing,
  requirementsMissing,
  packageManagers,
  requirementsUnusable,
  requirementsDrift,
  importNotInstalled,
  knownBreakingPins,
  pythonVersion,
  pythonSyntax,
  pythonRemoved,
  pinsVsPython,
  sqliteOnEphemeralDisk,
  databaseUrlUnused,
  databaseUrlHardcoded,
  postgresScheme,
  postgresDriverMissing,
  postgresDriverDefault,
  createAllContext,
  createAllNeverRuns,
  modelsNotImported,
  migrations,
  caseSensitiveLike,
  secretKeyRandom,
  secretKeyHardcoded,
  dotenvCommitted,
  debugOn,
  fileIgnoredBySlugignore,
  venvCommitted,
  gitLfsPointers,
  submodules,
  treeTooLarge,
  fileNotCommitted,
  localFilesWritten,
];

/** What `skip-checks` may name. */
export const checkIds: readonly string[] = checks.map(({ id }) => id);

/** Runs the checks but those that a container has no use for, and says of each finding which check made it and where its page is. */
export function runChecks(project: Project): Finding[] {
  return checks
    .filter(({ buildpack }) => !(buildpack && project.container))
    .flatMap(({ id, find }) =>
      find(project).map((remark) => ({ ...remark, check: id, page: docsPage(`checks/${id}.md`) })),
    );
}
