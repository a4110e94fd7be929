import type { Report } from "./report.ts";

/**
 * The report without any secret: what every display is made from, since most of them are never masked by GitHub.
 * A patch or a file that holds one is left out: with a part blanked it would do harm.
 */
export function redacted(report: Report, redact: (text: string) => string): Report {
  const strings = (_key: string, value: unknown) => (typeof value === "string" ? redact(value) : value);
  const whole = (text: string | null) => (text !== null && redact(text) === text ? text : null);
  return {
    ...JSON.parse(JSON.stringify(report, strings)),
    patch: whole(report.patch),
    correctedRequirements: whole(report.correctedRequirements),
  };
}
