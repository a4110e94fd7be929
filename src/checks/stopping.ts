import type { Finding } from "./check.ts";

/** The findings that a run with this `fail-on` stops at. */
export function stopping(findings: readonly Finding[], failOn: "error" | "warning"): Finding[] {
  return findings.filter(({ level }) => level === "error" || level === failOn);
}
