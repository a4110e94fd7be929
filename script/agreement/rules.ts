import type { Finding } from "../../src/checks/check.ts";
import type { Report } from "../../src/report/report.ts";

/** Where an app breaks, in the order of a deploy; `data` is what a restart of the dyno takes with it. */
export const STAGES = ["build", "release", "boot", "tables", "pages", "data"] as const;
export type Stage = (typeof STAGES)[number];

export type Prediction = {
  /** The first place where an error of the checks says that it breaks. */
  readonly breaks: Stage | undefined;
  /** The checks behind it: those with errors, else those with warnings that a rehearsal could prove. */
  readonly by: readonly string[];
};

/** What came of the rehearsal: where it broke, `works`, or why it tells nothing. */
export type Sight =
  | { readonly saw: Stage | "works"; readonly code: string | undefined }
  | { readonly saw: "nothing"; readonly code: string };

export type Verdict = "agree" | "warned" | "unseen" | "false alarm" | "missed" | "no answer";

/** What each verdict means, for people. */
export const VERDICTS: Readonly<Record<Verdict, string>> = {
  agree: "check and rehearsal say the same",
  warned: "it breaks, and a warning spoke of it",
  unseen: "check has an error that no rehearsal on this machine can show",
  "false alarm": "check has an error, and it works",
  missed: "it breaks, and check said nothing of it",
  "no answer": "the rehearsal came to no end",
};

type Effect = {
  readonly stage: Stage;
  /** Why a rehearsal that goes well proves nothing against it. */
  readonly hidden?: "always" | "unless proved" | "another Python";
};

/** What comes of an app with an error or a warning of a check. */
const EFFECTS: Readonly<Record<string, Effect>> = {
  // The local Heroku builds with a buildpack whatever heroku.yml says.
  "container-deploy": { stage: "build", hidden: "always" },
  "procfile-missing": { stage: "boot" },
  "procfile-name": { stage: "boot" },
  "procfile-web": { stage: "boot" },
  "procfile-syntax": { stage: "boot" },
  "web-target": { stage: "boot" },
  "web-server": { stage: "boot" },
  "gunicorn-missing": { stage: "boot" },
  "requirements-missing": { stage: "build" },
  "package-managers": { stage: "build" },
  "requirements-unusable": { stage: "build" },
  "requirements-drift": { stage: "boot" },
  "import-not-installed": { stage: "boot" },
  "known-breaking-pins": { stage: "boot" },
  "python-version": { stage: "build" },
  "python-syntax": { stage: "boot", hidden: "another Python" },
  "python-removed": { stage: "boot", hidden: "another Python" },
  "pins-vs-python": { stage: "build", hidden: "another Python" },
  // Proved it is seen as such; an app that writes nothing while it is watched proves nothing.
  "sqlite-on-ephemeral-disk": { stage: "data", hidden: "unless proved" },
  "database-url-unused": { stage: "boot" },
  "database-url-hardcoded": { stage: "tables" },
  "postgres-scheme": { stage: "boot" },
  "postgres-driver-missing": { stage: "boot" },
  "postgres-driver-default": { stage: "boot" },
  "create-all-context": { stage: "boot" },
  "create-all-never-runs": { stage: "tables" },
  "models-not-imported": { stage: "pages" },
  migrations: { stage: "tables" },
  "case-sensitive-like": { stage: "pages", hidden: "always" },
  "secret-key-random": { stage: "pages", hidden: "always" },
  "secret-key-hardcoded": { stage: "pages", hidden: "always" },
  "dotenv-committed": { stage: "tables" },
  // Debug mode harms nobody in a rehearsal; only app.run() at import level shows.
  "debug-on": { stage: "boot", hidden: "always" },
  "file-ignored-by-slugignore": { stage: "build" },
  "venv-committed": { stage: "build" },
  "git-lfs-pointers": { stage: "boot" },
  submodules: { stage: "boot" },
  "tree-too-large": { stage: "build", hidden: "always" },
  "file-not-committed": { stage: "boot" },
  // Its warnings; what a restart takes is only noticed.
  "local-files-written": { stage: "boot" },
};

/** Codes of the step that makes the tables with which its dyno says that the web process cannot start either. */
const BOOT_CODES = new Set(
  [
    ...["TARGET_INVALID", "TARGET_MISSING", "ATTRIBUTE_MISSING", "FACTORY_NOT_CALLED", "NO_FLASK_APP"],
    ...[
      "MODULE_MISSING",
      "DRIVER_MISSING",
      "POSTGRES_SCHEME",
      "DATABASE_URL_MISSING",
      "DATABASE_URL_INVALID",
    ],
    ...["CONFIG_VAR_MISSING", "OUTSIDE_APP_CONTEXT", "APP_EXITS", "IMPORT_FAILED"],
  ].map((kind) => `TABLES_${kind}`),
);

/** What the findings of the checks say that comes of the app. */
export function predict(findings: readonly Pick<Finding, "check" | "level">[]): Prediction {
  const of = (level: Finding["level"]) => [
    ...new Set(findings.filter((finding) => finding.level === level).map(({ check }) => check)),
  ];
  const errors = of("error");
  const breaks = STAGES.find((stage) => errors.some((check) => EFFECTS[check]?.stage === stage));
  const by = breaks ? errors : of("warning").filter((check) => EFFECTS[check]?.hidden !== "always");
  return { breaks, by };
}

/** What a rehearsal's report says that came of the app. */
export function sight(report: Pick<Report, "result" | "steps" | "error" | "findings">): Sight {
  const { result, steps, error, findings } = report;
  if (result === "skipped") return { saw: "nothing", code: "SKIPPED" };
  const failed = steps.find(({ status }) => status === "failed")?.id;
  if (failed === undefined && (error === null || error.code === "CHECKS_FAILED")) {
    // Every step went well; data that went with the disk, models that nobody imported, tables that no migration made,
    // the rehearsal only tells by the findings that said so.
    const proved = findings.flatMap(({ check, rehearsed }) => (rehearsed === "proved" ? [check] : []));
    const saw = STAGES.find((stage) => proved.some((check) => EFFECTS[check]?.stage === stage));
    return { saw: saw ?? "works", code: error?.code };
  }
  const code = error?.code ?? "";
  switch (failed) {
    case "push":
      return code === "BUILD_FAILED" ? { saw: "build", code } : { saw: "nothing", code };
    case "await-release":
      return code === "RELEASE_FAILED" ? { saw: "release", code } : { saw: "nothing", code };
    case "create-tables":
      return { saw: BOOT_CODES.has(code) ? "boot" : "tables", code };
    case "await-health":
      return { saw: code === "UNHEALTHY" ? "pages" : "boot", code };
    case "restart-dyno":
      return { saw: "data", code };
    default:
      return { saw: "nothing", code };
  }
}

/**
 * Whether what was predicted is what was seen. Where it breaks may differ, since the first thing that breaks hides the
 * others. `differences` are the report's: where the rehearsal could not do as Heroku does.
 */
export function verdict(prediction: Prediction, { saw }: Sight, differences: readonly string[]): Verdict {
  const otherPython = differences.some((sentence) => sentence.includes("Python"));
  const shows = (check: string) => {
    const hidden = EFFECTS[check]?.hidden;
    return hidden === undefined || (hidden === "another Python" && !otherPython);
  };
  if (saw === "nothing") return "no answer";
  if (saw === "works") {
    if (prediction.breaks === undefined) return "agree";
    return prediction.by.some(shows) ? "false alarm" : "unseen";
  }
  if (prediction.breaks !== undefined) return "agree";
  // A build that fails is none of the business of a warning about what comes after it.
  const foretold = prediction.by.some((check) => (EFFECTS[check]?.stage === "build") === (saw === "build"));
  return foretold ? "warned" : "missed";
}

/** The checks that the rules know: every one, as a test of theirs makes sure. */
export const knownChecks: readonly string[] = Object.keys(EFFECTS);
