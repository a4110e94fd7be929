import type { Finding } from "../../src/checks/check.ts";
import type { Expectation, ExpectedFinding, ExpectedOutcome } from "./expectation.ts";
import type { Rehearsed } from "./rehearse-app.ts";

/** What is not as expected of an app, a phrase each: in the findings of the checks, and in the rehearsal's end. */
export function surprises(
  expected: Expectation,
  findings: readonly Finding[],
  report: Rehearsed | undefined,
): string[] {
  return [
    ...findingSurprises(expected.findings, findings),
    ...outcomeSurprises(expected.outcome, report),
    ...(report ? judgedSurprises(expected.judged ?? {}, judgedOf(report)) : []),
  ];
}

/** Which findings are missing, and which nobody expected. */
export function findingSurprises(
  expected: readonly ExpectedFinding[],
  findings: readonly ExpectedFinding[],
): string[] {
  const [wanted, found] = [expected.map(placed), findings.map(placed)];
  return [
    ...wanted.filter((one) => !found.includes(one)).map((one) => `not found: ${one}`),
    ...found.filter((one) => !wanted.includes(one)).map((one) => `not expected: ${one}`),
  ];
}

function placed({ check, level, file, line }: ExpectedFinding): string {
  return `${level} ${check} at ${[file ?? ".", line].filter((part) => part !== null).join(":")}`;
}

function outcomeSurprises(expected: readonly ExpectedOutcome[], report: Rehearsed | undefined): string[] {
  const came = inWords(endOf(report));
  const wanted = expected.map(inWords);
  return wanted.includes(came) ? [] : [`it ended as ${came}, not as ${wanted.join(" or ")}`];
}

/** How a rehearsal ended, in the form of an expectation. */
export function endOf(report: Rehearsed | undefined): ExpectedOutcome {
  const step = report?.steps.find(({ status }) => status === "failed")?.id;
  const code = report?.error?.code;
  return { result: report?.result ?? "no end", ...(step && { step }), ...(code && { code }) };
}

function inWords({ result, step, code }: ExpectedOutcome): string {
  return [result, ...(step ? [`at ${step}`] : []), ...(code ? [`with ${code}`] : [])].join(" ");
}

/** What a rehearsal made of findings, by check, in the form of an expectation. */
export function judgedOf(report: Rehearsed | undefined): Record<string, string> {
  const judged = (report?.findings ?? []).filter(
    ({ rehearsed }) => rehearsed !== null && rehearsed !== undefined,
  );
  return Object.fromEntries(judged.map(({ check, rehearsed }) => [check, rehearsed ?? ""]));
}

function judgedSurprises(
  expected: Readonly<Record<string, string>>,
  judged: Readonly<Record<string, string>>,
): string[] {
  const checks = [...new Set([...Object.keys(expected), ...Object.keys(judged)])];
  return checks.flatMap((check) => {
    const [wanted, came] = [expected[check] ?? "not judged", judged[check] ?? "not judged"];
    return came === wanted ? [] : [`${check} is ${came}, not ${wanted}`];
  });
}
