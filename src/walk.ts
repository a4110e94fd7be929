import { explain } from "./explain.ts";
import type { Report } from "./report/report.ts";
import type { Outcome, Step, Stopped, Task } from "./steps/step.ts";
import type { Outside } from "./world.ts";

/** Walks the steps until one stops; later ones see what earlier ones learned. Gives the report of them all. */
export async function walk<J extends Task, W extends Outside>(
  steps: readonly Step<J, W>[],
  job: J,
  world: W,
): Promise<Report> {
  let { report } = job;
  for (const step of steps) {
    report = await world.log.group(step.title, () => take(step, { ...job, report }, world));
    if (report.steps.at(-1)?.status === "failed") break;
  }
  return report;
}

/** Takes one step and writes into the report what came of it. The first error of a run is its error. */
async function take<J extends Task, W extends Outside>(step: Step<J, W>, job: J, world: W): Promise<Report> {
  const { id, title } = step;
  const start = world.clock.now();
  const outcome = await outcomeOf(step, job, world);
  const ms = Math.round(world.clock.now() - start);
  const { status, learned = {} } = outcome;
  const logTail = status === "failed" ? world.log.tail() : [];
  const error = status === "failed" ? explain(outcome.failure, world.log) : null;
  const detail = status === "failed" ? (error?.problem ?? "") : outcome.detail;
  world.log.info(`${status}: ${detail}`);
  return {
    ...job.report,
    ...learned,
    made: [...job.report.made, ...(learned.made ?? [])],
    left: [...job.report.left, ...(learned.left ?? [])],
    next: [...job.report.next, ...(learned.next ?? [])],
    steps: [...job.report.steps, { id, title, status, detail, ms }],
    // The first error is the run's, and so are the words before it.
    ...(job.report.error === null && { error, logTail }),
  };
}

async function outcomeOf<J, W extends Outside>(
  step: Step<J, W>,
  job: J,
  world: W,
): Promise<Outcome | Stopped> {
  try {
    return await step.run(job, world);
  } catch (error) {
    // What is thrown while a cancel takes everything down tells nothing but the cancel.
    return { status: "failed", failure: world.signal.aborted ? world.signal.reason : error };
  }
}
