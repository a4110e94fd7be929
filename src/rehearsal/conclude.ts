import type { Finding } from "../checks/check.ts";
import { listed, quote } from "../checks/quote.ts";
import { stopping } from "../checks/stopping.ts";
import { Failure } from "../failure.ts";
import type { Report } from "../report/report.ts";
import { resultOf } from "../report/result.ts";
import { judge, reasonOf } from "./judge.ts";
import type { Notice } from "./notice.ts";
import { withOwnFix } from "./own-fixes.ts";
import { seen } from "./seen.ts";

const SHOWN = 5;

/**
 * The report of a rehearsal, from that of its deploy and from what the local Heroku told. What ran is gone by then, so
 * nothing in it leads there. It fails where a step did, or where findings of `failOn` withstood the rehearsal.
 */
export function conclude(report: Report, notices: readonly Notice[], failOn: "error" | "warning"): Report {
  const saw = seen(report, notices);
  const findings = judge(report.findings, saw, report.missingModule).map((finding) =>
    withLoss(finding, notices),
  );
  const error =
    errorOf(report, notices) ??
    withOwnFix(report, notices, reasonOf(findings, report.error?.code ?? "", saw)) ??
    withstanding(findings, failOn, report.skipped);
  const sentences = notices.flatMap((notice) => (notice.kind === "difference" ? [notice.sentence] : []));
  const concluded: Report = {
    ...report,
    findings,
    steps: report.steps.map((step) =>
      step.status === "failed" ? { ...step, detail: error?.problem ?? "" } : step,
    ),
    app: null,
    before: null,
    made: [],
    release: null,
    database: null,
    live: null,
    left: [],
    next: [...report.next, ...loss(notices)],
    rehearsal: { differences: [...new Set(sentences)] },
    error,
  };
  return { ...concluded, result: resultOf(concluded) };
}

/** What this machine lacked, where the deploy failed of that and not of the app. */
function errorOf({ error }: Report, notices: readonly Notice[]): Report["error"] {
  if (error === null || error.code === "CANCELLED") return null;
  const trouble = notices.find((notice) => notice.kind === "trouble");
  return trouble ? told(new Failure(trouble.code, trouble.problem, { fix: trouble.fix })) : null;
}

function withstanding(
  findings: readonly Finding[],
  failOn: "error" | "warning",
  skipped: string | null,
): Report["error"] {
  const { length } = stopping(findings, failOn);
  if (length === 0) return null;
  const what = length === 1 ? "One finding of the checks stands" : `${length} findings of the checks stand`;
  const why =
    skipped === null
      ? "the rehearsal proved what is said there, or could not judge it"
      : `nothing was rehearsed, because ${skipped}`;
  return told(
    new Failure("CHECKS_FAILED", `${what}: ${why}.`, {
      fix: "Each finding names its file, its line and the change to make. `skip-checks` or a comment in the file turns a check off.",
      page: "rehearsal.md#how-findings-are-judged",
    }),
  );
}

/** A proved finding about SQLite with the files that show it. */
function withLoss(finding: Finding, notices: readonly Notice[]): Finding {
  const databases = lost(notices, ({ databases }) => databases);
  if (finding.check !== "sqlite-on-ephemeral-disk" || finding.rehearsed !== "proved" || databases === "")
    return finding;
  return { ...finding, problem: `${finding.problem} In the rehearsal ${databases} went with its dyno.` };
}

/** What the web dyno wrote, for apps that no finding warns of it. */
function loss(notices: readonly Notice[]): string[] {
  const files = lost(notices, ({ dyno, files }) => (dyno.startsWith("web.") ? files : []));
  return files === ""
    ? []
    : [`A restart of the web dyno takes with it what it wrote to its disk; here that was ${files}.`];
}

function lost(
  notices: readonly Notice[],
  files: (notice: Extract<Notice, { kind: "lost" }>) => readonly string[],
): string {
  const all = [...new Set(notices.flatMap((notice) => (notice.kind === "lost" ? files(notice) : [])))];
  return listed(all.map(quote), SHOWN);
}

function told({ code, message: problem, fix, page }: Failure): NonNullable<Report["error"]> {
  return { code, problem, fix, page };
}
