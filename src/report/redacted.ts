import type { Report } from "./report.ts";

/** The report without any secret: what every display is made from, since most of them are never masked by GitHub. */
export function redacted(report: Report, redact: (text: string) => string): Report {
  const strings = (_key: string, value: unknown) => (typeof value === "string" ? redact(value) : value);
  return JSON.parse(JSON.stringify(report, strings));
}
