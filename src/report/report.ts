import type { Finding } from "../checks/check.ts";

export type Result =
  | "deployed"
  | "unchanged"
  | "checked"
  | "rehearsed"
  | "destroyed"
  | "rolled-back"
  | "skipped"
  | "failed"
  | "cancelled";

export type StepStatus = "changed" | "unchanged" | "skipped" | "failed";

export type StepReport = {
  readonly id: string;
  readonly title: string;
  readonly status: StepStatus;
  /** One line, ours: never raw foreign text. */
  readonly detail: string;
  readonly ms: number;
};

export type Release = {
  /** Heroku's id of the release. */
  readonly id: string;
  readonly version: number;
  /** The commit of its slug, null for a release without one. */
  readonly commit: string | null;
  readonly status: string;
};

export type MissingColumn = { readonly table: string; readonly column: string; readonly ddl: string };

/** A table as it is in the database. */
export type TableShape = {
  /** Named as in `Tables.created`. */
  readonly table: string;
  readonly columns: readonly { readonly name: string; readonly type: string; readonly primaryKey: boolean }[];
  /** `columns` of this table point at `references` of `target`. */
  readonly foreignKeys: readonly {
    readonly columns: readonly string[];
    readonly target: string;
    readonly references: readonly string[];
  }[];
};

export type Tables = {
  readonly created: readonly string[];
  readonly existing: readonly string[];
  /** Columns that the models have and the tables lack: create_all never alters a table. */
  readonly missingColumns: readonly MissingColumn[];
  /** Tables that the models want and the database lacks. */
  readonly absent: readonly string[];
  /** What is in the database at the end; empty when it could not be looked at. */
  readonly schema: readonly TableShape[];
};

/** GitHub's deployment of this run: its environment's name and the last state that GitHub took. */
export type Deployment = { readonly id: number; readonly environment: string; readonly state: string };

/** What was found, done, left behind, and what is live now. Every display is made from it alone. */
export type Report = {
  readonly result: Result;
  readonly mode: string;
  /** Full id of the checked commit. */
  readonly commit: string | null;
  /** The app's folder inside the repository, which the files of findings are relative to. */
  readonly appDir: string;
  /** A file of that folder: where a finding that is about no file is shown by what needs one. Null when none is known. */
  readonly anchor: string | null;
  /** Why nothing was deployed though that was asked, null otherwise. */
  readonly skipped: string | null;
  readonly app: { readonly name: string; readonly url: string | null; readonly gitUrl: string } | null;
  /** The release that was current before this run changed anything: where a roll-back goes. */
  readonly before: Release | null;
  /** Ids of the releases that this run made, of code and of config vars. */
  readonly made: readonly string[];
  /** The commit that went to Heroku: the checked one, or one made from its app-dir. */
  readonly pushed: string | null;
  readonly release: Release | null;
  /** Name of the Heroku Postgres add-on behind DATABASE_URL. */
  readonly database: string | null;
  readonly steps: readonly StepReport[];
  readonly findings: readonly Finding[];
  /** How many findings are turned off, by `skip-checks` or by a comment in their file. */
  readonly ignored: number;
  /** The mechanical fixes of the findings as one diff that `git apply` takes, null when there are none. */
  readonly patch: string | null;
  /** requirements.txt with those fixes, null when they leave it alone. */
  readonly correctedRequirements: string | null;
  readonly tables: Tables | null;
  /** Names at the root of the app as the dyno saw them. */
  readonly dynoFiles: readonly string[];
  /** The module whose import failed in create-tables, null when none did. */
  readonly missingModule: string | null;
  /** What create-tables noticed of the app's database, in the words of DynoWarning. */
  readonly databaseWarnings: readonly string[];
  /** The release that serves the app at the end of the run, null when none is known. */
  readonly live: { readonly version: number; readonly commit: string | null } | null;
  /** What `mode: destroy` removed, an entry each. */
  readonly removed: readonly string[];
  /** Where a rehearsal could not do as Heroku does, a sentence each; null when this was none. */
  readonly rehearsal: { readonly differences: readonly string[] } | null;
  /**
   * The last lines that others (git, the build, a dyno, the app) wrote before the step that failed gave up. Raw until
   * `redacted` has cleaned and cut them.
   */
  readonly logTail: readonly string[];
  /** Address of the comment on the pull request, null when none was written. */
  readonly comment: string | null;
  readonly deployment: Deployment | null;
  /** What this run made and left in place though it failed, a sentence each. */
  readonly left: readonly string[];
  /** What to do next, a sentence each. */
  readonly next: readonly string[];
  readonly error: {
    readonly code: string;
    readonly problem: string;
    readonly fix: string;
    readonly page: string;
  } | null;
};
