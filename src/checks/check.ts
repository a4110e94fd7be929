import type { Project } from "../project/project.ts";
import type { Edit } from "./edit.ts";

/** error: will fail or lose data on Heroku; warning: likely wrong; notice: good to know. */
export type Level = "error" | "warning" | "notice";

/** What a check says about one place. `file` is relative to the app's folder, null when it is about none. */
export type Remark = {
  readonly level: Level;
  readonly file: string | null;
  readonly line: number | null;
  readonly problem: string;
  readonly fix: string;
  /** Whether it only shows later than at the start of the web process: an import in a function. */
  readonly later?: boolean;
  /** The module that cannot be imported by its word; absent when it speaks of no certain one. */
  readonly module?: string;
  /** The fix as changes of files, where it is mechanical. */
  readonly edits?: readonly Edit[];
};

/** A remark with the check that made it and the address of the check's page. */
export type Finding = Remark & {
  readonly check: string;
  readonly page: string;
  /** Its own edits as a diff that `git apply` takes at the root of the repository; absent when they change nothing. */
  readonly diff?: string;
  /** What a rehearsal saw of it; its level is changed accordingly. */
  readonly rehearsed?: "proved" | "disproved";
};

/** One thing that breaks a Flask app on Heroku. Pure: no file, clock or environment is touched. */
export type Check = {
  /** The same as the file, the test and the page docs/checks/ID.md. */
  readonly id: string;
  readonly title: string;
  /** True when it is about what Heroku's buildpack does: then it is off for an app that is built from a Dockerfile. */
  readonly buildpack?: true;
  find(project: Project): readonly Remark[];
};
