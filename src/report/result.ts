import type { Report, Result } from "./report.ts";

/** How a run ended, from what its steps did. */
export function resultOf(report: Report): Result {
  const changed = report.steps.filter((step) => step.status === "changed").map((step) => step.id);
  if (report.error?.code === "CANCELLED") return "cancelled";
  if (report.error) return changed.includes("roll-back") ? "rolled-back" : "failed";
  if (report.mode === "check") return "checked";
  if (report.skipped !== null) return "skipped";
  if (report.mode === "rehearse") return "rehearsed";
  if (report.mode === "destroy") return changed.length > 0 ? "destroyed" : "unchanged";
  // Every checkout of a workflow is fresh, so the remote is always added: it says nothing about the app.
  return changed.some((id) => id !== "ensure-remote") ? "deployed" : "unchanged";
}
