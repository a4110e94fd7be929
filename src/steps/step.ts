import type { Project } from "../project/project.ts";
import type { Report } from "../report/report.ts";
import type { Settings } from "../settings.ts";
import type { World } from "../world.ts";

/** What a step is given to decide with where there is no repository: what was asked, what was done so far. */
export type Task = { readonly settings: Settings; readonly report: Report };

/** What a step of a deploy is given: what the commit holds beside it. */
export type Job = Task & { readonly project: Project };

/** What the report learns from a step: `made`, `left` and `next` are added to it, the rest replaces. */
type Learned = { readonly learned?: Partial<Report> };

/** What a step did. */
export type Outcome = Learned & {
  readonly status: "changed" | "unchanged" | "skipped";
  /** One line of our own words. */
  readonly detail: string;
};

/** A step that stops the deploy, by a Failure, and has learned something all the same; one that has not throws it. */
export type Stopped = Learned & { readonly status: "failed"; readonly failure: unknown };

/** One step of a run; `J` and `W` are less than all where it needs no repository. */
export type Step<J = Job, W = World> = {
  /** The same as the file, the test and the page docs/steps/ID.md. */
  readonly id: string;
  readonly title: string;
  /** Throws Failure when the deploy must stop here. */
  run(job: J, world: W): Promise<Outcome | Stopped>;
};

/** What an earlier step must have learned. A miss is a mistake in the order of the steps, not the user's. */
export function learned<T>(value: T | null, what: string): T {
  if (value === null) throw new Error(`a step ran before the one that learns ${what}`);
  return value;
}
