import { Cancelled } from "./cancel.ts";
import { Failure } from "./failure.ts";
import { ApiError } from "./heroku/api-error.ts";
import { apiFailure } from "./heroku/api-failure.ts";
import type { Log } from "./report/log.ts";
import type { Report } from "./report/report.ts";

/** Whatever was thrown, in words for the user. What is none of theirs is a mistake of ours: its stack goes to the log. */
export function explain(error: unknown, log: Log): NonNullable<Report["error"]> {
  const { code, message, fix, page } = asFailure(error, log);
  return { code, problem: message, fix, page };
}

/** The lines that tell where a mistake of ours was made. They may hold anything: foreign to every log. */
export function traceOf(error: unknown): string[] {
  const trace = error instanceof Error ? (error.stack ?? error.message) : "thrown without an error object";
  return trace.split("\n");
}

function asFailure(error: unknown, log: Log): Failure {
  if (error instanceof Failure) return error;
  if (error instanceof ApiError) return apiFailure(error);
  if (error instanceof Cancelled) {
    return new Failure("CANCELLED", "The run was cancelled.", {
      fix: "Run the workflow again: it goes on where this run stopped.",
    });
  }
  for (const line of traceOf(error)) log.foreign(line);
  return new Failure("BUG", "This action made a mistake; it is not your app's fault.", {
    fix: "Please open an issue with the lines above: https://github.com/org/flask-heroku-deploy/issues.",
  });
}
