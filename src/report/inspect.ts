import type { Finding } from "../checks/check.ts";
import { runChecks } from "../checks/index.ts";
import { withoutTurnedOff } from "../checks/turned-off.ts";
import type { Project } from "../project/project.ts";
import { correctedText, patchOf } from "./patch.ts";
import type { Report } from "./report.ts";

/** What a report says of a project: the findings that are not turned off, and their fixes. */
export type Inspection = Pick<Report, "anchor" | "findings" | "ignored" | "patch" | "correctedRequirements">;

/** Where people look for what is wrong with an app as a whole. */
const ANCHORS = ["Procfile", "requirements.txt"];

/** Runs all checks; the findings of those in `skip` are only counted. */
export function inspect(project: Project, { skip }: { readonly skip: readonly string[] }): Inspection {
  const { findings, ignored } = withoutTurnedOff(runChecks(project), project, skip);
  const edits = findings.flatMap((finding) => finding.edits ?? []);
  return {
    anchor: anchorOf(project),
    findings: findings.map((finding) => withDiff(finding, project)),
    ignored,
    patch: patchOf(edits, project),
    correctedRequirements: correctedText("requirements.txt", edits, project),
  };
}

/** One of those files, else one at the root of the app, else any. */
function anchorOf({ files }: Project): string | null {
  const all = [...files.keys()];
  const atRoot = all.find((path) => !path.includes("/"));
  return ANCHORS.find((path) => files.has(path)) ?? atRoot ?? all[0] ?? null;
}

// One line around a change is enough to find it by; the whole patch has git's three.
const CONTEXT = 1;

function withDiff(finding: Finding, project: Project): Finding {
  const diff = patchOf(finding.edits ?? [], project, CONTEXT);
  return diff === null ? finding : { ...finding, diff };
}
