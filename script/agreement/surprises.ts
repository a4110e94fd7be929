import type { Finding } from "../../src/checks/check.ts";
import type { Expectation, ExpectedFinding, Outcome } from "./expectation.ts";
import type { Rehearsed } from "./rehearse-app.ts";

/** What is not as expected of an app, a phrase each: in the findings of the checks, and in the rehearsal's end. */
export function surprises(
  expected: Expectation,
  findings: readonly Finding[],
  report: Rehearsed | undefined,
): string[] {
  return [...findingSurprises(expected.findings, findings), ...outcomeSurprises(expected.outcome, report)];
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

function outcomeSurprises(expected: readonly Outcome[], report: Rehearsed | undefined): string[] {
  const came = inWords(endOf(report));
  const wanted = expected.map(inWords);
  return wanted.includes(came) ? [] : [`it ended as ${came}, not as ${wanted.join(" or ")}`];
}

/** How a rehearsal ended, in the form of an expectation. */
export function endOf(report: Rehearsed | undefined): Outcome {
  const step = report?.steps.find(({ status }) => status === "failed")?.id;
  const code = report?.error?.code;
  const judged = Object.fromEntries(
    (report?.findings ?? []).flatMap(({ check, rehearsed }) => (rehearsed ? [[check, rehearsed]] : [])),
  );
  return {
    result: report?.result ?? "no end",
    ...(step && { step }),
    ...(code && { code }),
    ...(Object.keys(judged).length > 0 && { judged }),
  };
}

function inWords({ result, step, code, judged = {} }: Outcome): string {
  const findings = Object.entries(judged).map(([check, how]) => `${check} ${how}`);
  return [
    result,
    ...(step ? [`at ${step}`] : []),
    ...(code ? [`with ${code}`] : []),
    ...(findings.length > 0 ? [`(${findings.toSorted().join(", ")})`] : []),
  ].join(" ");
}
