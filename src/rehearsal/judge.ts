import type { Finding } from "../checks/check.ts";
import { RULES, type Rule } from "./rules.ts";
import { isCode, type Outcome } from "./seen.ts";

type Seen = ReadonlySet<Outcome>;

/** What ends nothing and so hides nothing: each of a check's findings may have its part in it, two databases for one. */
const NO_FAILURE: readonly Outcome[] = ["sqlite", "no-models", "tables-absent"];

/**
 * The findings after what a rehearsal saw. What it refutes becomes a notice. What it proves becomes an error: that is a
 * finding which foretold something that was seen, and which no other finding foretold, since the first failure hides
 * the rest; nor is one about another module than the `missing` one. All else stays as it is. A failure that passed
 * proves nothing: a web process may come before its tables.
 */
export function judge(findings: readonly Finding[], seen: Seen, missing: string | null = null): Finding[] {
  const proved = new Set(
    [...seen].flatMap((outcome) => {
      const prophets = findings.filter(
        (finding) => foretells(finding, outcome, seen) && fits(finding, missing),
      );
      return agree(prophets, outcome) ? prophets : [];
    }),
  );
  return findings.map((finding) => {
    if (proved.has(finding)) return { ...finding, level: "error", rehearsed: "proved" };
    return isRefuted(finding, seen) ? { ...finding, level: "notice", rehearsed: "disproved" } : finding;
  });
}

/** The finding that a rehearsal has proved by the failure it ended in, of findings that are judged. */
export function reasonOf(judged: readonly Finding[], code: string, seen: Seen): Finding | undefined {
  // The web process of an app without tables may end too, of which it is not the reason.
  const ends = isCode(code) && code.startsWith("TABLES_") ? new Set<Outcome>([code]) : seen;
  return judged.find((finding) => {
    const foretold = ruleOf(finding)?.foretells.filter((outcome) => !NO_FAILURE.includes(outcome)) ?? [];
    return finding.rehearsed === "proved" && foretold.some((outcome) => ends.has(outcome));
  });
}

/** Whether a finding may speak of the module that was missing, or of one below it. */
function fits({ module }: Finding, missing: string | null): boolean {
  return module === undefined || missing === null || `${module}.`.startsWith(`${missing}.`);
}

function agree(prophets: readonly Finding[], outcome: Outcome): boolean {
  const { size } = new Set(
    prophets.map((finding) => (NO_FAILURE.includes(outcome) ? finding.check : finding)),
  );
  return size === 1;
}

function foretells(finding: Finding, outcome: Outcome, seen: Seen): boolean {
  const rule = ruleOf(finding);
  if (!rule || finding.level === "notice" || finding.later) return false;
  if (contradicts(rule, seen)) return false;
  return rule.foretells.includes(outcome) && (!rule.ofPython || seen.has("same-python"));
}

function isRefuted(finding: Finding, seen: Seen): boolean {
  const rule = ruleOf(finding);
  if (!rule || finding.later) return false;
  if (finding.level === "notice" || (finding.level === "warning" && !rule.warnings)) return false;
  return contradicts(rule, seen) && (!rule.ofPython || seen.has("same-python"));
}

function contradicts({ refutedBy }: Rule, seen: Seen): boolean {
  return refutedBy.length > 0 && refutedBy.every((outcome) => seen.has(outcome));
}

function ruleOf({ check }: Finding) {
  return Object.hasOwn(RULES, check) ? RULES[check] : undefined;
}
