import type { Outcome } from "./seen.ts";

/** How a check's findings stand to what a rehearsal may see. A check without a rule says what no rehearsal can judge. */
export type Rule = {
  /** What its findings foretell. */
  readonly foretells: readonly Outcome[];
  /** What cannot all be seen when a finding is right; nothing where a rehearsal cannot refute it. */
  readonly refutedBy: readonly Outcome[];
  /** Whether warnings are refuted too: without it they may speak of what the rehearsal did not come to. */
  readonly warnings?: true;
  /** Whether it is about the Python that Heroku would take, so that another one here proves nothing. */
  readonly ofPython?: true;
};

const NO_TARGET: readonly Outcome[] = [
  "TABLES_TARGET_MISSING",
  "TABLES_TARGET_INVALID",
  "TABLES_ATTRIBUTE_MISSING",
  "TABLES_FACTORY_NOT_CALLED",
  "TABLES_NO_FLASK_APP",
  "app-not-found",
];
const NO_MODULE: readonly Outcome[] = ["TABLES_MODULE_MISSING", "worker-not-booted"];
const NO_IMPORT: readonly Outcome[] = ["TABLES_IMPORT_FAILED", ...NO_MODULE];

/** By the id of the check. */
export const RULES: Readonly<Record<string, Rule>> = {
  "procfile-missing": { foretells: ["NO_WEB_DYNO"], refutedBy: ["healthy"] },
  "procfile-name": { foretells: ["NO_WEB_DYNO"], refutedBy: ["healthy"] },
  "procfile-web": { foretells: ["NO_WEB_DYNO"], refutedBy: ["healthy"] },
  "web-target": { foretells: [...NO_TARGET, "worker-not-booted"], refutedBy: ["healthy"] },
  // What listens on 127.0.0.1 may be reached here, and is not on Heroku.
  "web-server": { foretells: ["boot-timeout"], refutedBy: ["healthy", "heard"] },
  "gunicorn-missing": { foretells: ["command-not-found"], refutedBy: ["healthy"] },
  "requirements-missing": { foretells: ["build-package-manager"], refutedBy: ["built"] },
  "package-managers": { foretells: ["build-package-manager"], refutedBy: ["built"] },
  "requirements-unusable": { foretells: ["build-packages"], refutedBy: ["built"] },
  "requirements-drift": { foretells: NO_MODULE, refutedBy: ["healthy"], warnings: true },
  "import-not-installed": { foretells: NO_MODULE, refutedBy: ["healthy"], warnings: true },
  "known-breaking-pins": { foretells: NO_IMPORT, refutedBy: ["healthy"] },
  "python-version": { foretells: ["build-python-version"], refutedBy: ["built"] },
  "python-syntax": { foretells: NO_IMPORT, refutedBy: ["healthy"], ofPython: true },
  "python-removed": { foretells: NO_IMPORT, refutedBy: ["healthy"], ofPython: true },
  "pins-vs-python": {
    foretells: ["build-packages", ...NO_IMPORT],
    refutedBy: ["built", "healthy"],
    ofPython: true,
  },
  "sqlite-on-ephemeral-disk": { foretells: ["sqlite"], refutedBy: ["postgres"] },
  "database-url-unused": {
    foretells: ["TABLES_CONFIG_VAR_MISSING", "TABLES_DATABASE_URL_MISSING"],
    refutedBy: [],
  },
  // A database of the runner's may answer on localhost.
  "database-url-hardcoded": { foretells: ["TABLES_DATABASE_UNREACHABLE"], refutedBy: [] },
  "postgres-scheme": { foretells: ["TABLES_POSTGRES_SCHEME"], refutedBy: ["postgres"], warnings: true },
  "postgres-driver-missing": {
    foretells: ["TABLES_DRIVER_MISSING"],
    refutedBy: ["postgres"],
    warnings: true,
  },
  "postgres-driver-default": {
    foretells: ["TABLES_DRIVER_MISSING"],
    refutedBy: ["postgres"],
    warnings: true,
  },
  "create-all-context": {
    foretells: ["TABLES_OUTSIDE_APP_CONTEXT", "worker-not-booted"],
    refutedBy: ["healthy"],
    warnings: true,
  },
  "create-all-never-runs": { foretells: [], refutedBy: ["postgres", "healthy"], warnings: true },
  "models-not-imported": { foretells: ["no-models"], refutedBy: [] },
  migrations: {
    foretells: [
      "TABLES_MIGRATIONS_MISSING",
      "TABLES_MIGRATE_FAILED",
      "TABLES_TABLES_WITHOUT_VERSION",
      "tables-absent",
    ],
    refutedBy: [],
  },
  "venv-committed": { foretells: ["build-environment"], refutedBy: ["built"] },
  "file-ignored-by-slugignore": {
    foretells: ["NO_WEB_DYNO", "build-package-manager", "TABLES_TARGET_MISSING", ...NO_MODULE],
    refutedBy: ["healthy"],
  },
  // The log's folder; what a restart takes is only noticed.
  "local-files-written": { foretells: NO_IMPORT, refutedBy: ["healthy"], warnings: true },
  "file-not-committed": { foretells: ["TABLES_TARGET_MISSING", ...NO_IMPORT], refutedBy: ["healthy"] },
};
