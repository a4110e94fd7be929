import type { Project } from "../project/project.ts";
import type { Report } from "../report/report.ts";
import type { Settings } from "../settings.ts";
import type { World } from "../world.ts";

/** What a step is given to decide with: what was asked, what the commit holds, what was done so far. */
export type Job = {
  readonly settings: Settings;
  readonly project: Project;
  readonly report: Report;
};

/** What a step did, and what the report learns from it. */
export type Outcome = {
  readonly status: "changed" | "unchanged" | "skipped";
  /** One line of our own words. */
  readonly detail: string;
  readonly learned?: Partial<Report>;
};

export type Step = {
  /** The same as the file, the test and the page docs/steps/ID.md. */
  readonly id: string;
  readonly title: string;
  /** Throws Failure when the deploy must stop here. */
  run(job: Job, world: World): Promise<Outcome>;
};
