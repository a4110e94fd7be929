import type { Report } from "./report.ts";
import { findingCounts, shortCommit } from "./words.ts";

/** The result in a few words, for a heading. */
export function headline(report: Report): string {
  const app = report.app?.name ?? "the app";
  switch (report.result) {
    case "deployed":
      return `Deployed ${app}${version(report.release)}`;
    case "unchanged":
      if (report.mode === "destroy") return "Nothing to remove: there is no such app";
      return `Nothing to do: ${app} already runs this commit`;
    case "checked":
      return `Checked: ${findingCounts(report.findings)}`;
    case "rehearsed":
      return "Rehearsed: the whole deploy works on a local Heroku";
    case "destroyed":
      return `Removed ${app}`;
    case "rolled-back":
      return `Rolled back: ${app} runs ${report.before ? `what v${report.before.version} ran` : "its earlier release again"}`;
    case "skipped":
      return `Skipped: nothing was ${report.mode === "destroy" ? "removed" : "deployed"}`;
    case "failed":
      if (report.error?.code === "CHECKS_FAILED")
        return `Not ready for Heroku: ${findingCounts(report.findings)}`;
      return `${report.mode === "rehearse" ? "The rehearsal failed" : "Failed"}${stoppedAt(report)}`;
    case "cancelled":
      return `Cancelled${stoppedAt(report)}`;
  }
}

/** What serves the app at the end of the run, in one sentence. */
export function whatIsLive(report: Report): string {
  if (report.mode === "rehearse") return "Nothing on Heroku was touched.";
  if (report.mode === "destroy") return whatIsGone(report);
  if (report.app === null) {
    const asked = report.result !== "checked" && report.result !== "skipped";
    return asked && report.steps.some(({ id }) => id !== "check-project")
      ? "What Heroku runs is not known."
      : "Nothing on Heroku was touched.";
  }
  if (report.live === null) return `No release of \`${report.app.name}\` is known to be live.`;
  const commit = report.live.commit === null ? "" : ` of commit \`${shortCommit(report.live.commit)}\``;
  return `\`${report.app.name}\` is served by release v${report.live.version}${commit}.`;
}

/** The app is known to a run of `mode: destroy` from the moment on that it orders its end. */
function whatIsGone({ app, result }: Report): string {
  if (app === null) return "Nothing on Heroku was touched.";
  return result === "destroyed"
    ? `\`${app.name}\` is gone from Heroku, with its data.`
    : `Whether \`${app.name}\` is still there is not known.`;
}

function version(release: { readonly version: number } | null): string {
  return release === null ? "" : ` v${release.version}`;
}

function stoppedAt(report: Report): string {
  const step = report.steps.find(({ status }) => status === "failed");
  return step === undefined ? "" : ` at “${step.title}”`;
}
