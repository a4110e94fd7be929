import { posix } from "node:path";
import type { Finding, Level } from "../checks/check.ts";
import { checks } from "../checks/index.ts";
import { docsPage } from "../failure.ts";
import { VERSION } from "../version.ts";
import type { Report } from "./report.ts";
import { fixesOf } from "./sarif-fixes.ts";
import { plainMessage, uriOf } from "./sarif-texts.ts";
import { worstFirst } from "./words.ts";

const TOOL = "flask-heroku-deploy";
/** GitHub shows no more of a run (docs.github.com, SARIF support for code scanning). */
const MOST_RESULTS = 5_000;
const SARIF_LEVELS: Record<Level, string> = { error: "error", warning: "warning", notice: "note" };

/**
 * The findings as SARIF 2.1.0 (docs.oasis-open.org/sarif/sarif/v2.1.0) with all that GitHub's code scanning requires:
 * every check as a rule, every finding at a place in the repository. An empty list of results closes the alerts.
 */
export function sarif(report: Report): string {
  const run = {
    tool: {
      driver: {
        name: TOOL,
        version: VERSION,
        semanticVersion: VERSION,
        informationUri: `https://github.com/org/${TOOL}`,
        rules: checks.map(({ id, title }) => ruleOf(id, title)),
      },
    },
    // What stands before the last slash is GitHub's category: it keeps the alerts of several apps apart.
    automationDetails: { id: `${posix.join(TOOL, uriOf(report.appDir))}/` },
    columnKind: "utf16CodeUnits",
    results: resultsOf(report),
  };
  const $schema = "https://json.schemastore.org/sarif-2.1.0.json";
  return `${JSON.stringify({ $schema, version: "2.1.0", runs: [run] }, null, 2)}\n`;
}

function ruleOf(id: string, title: string) {
  const helpUri = docsPage(`checks/${id}.md`);
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: title },
    helpUri,
    help: {
      text: `What it means and what to do: ${helpUri}`,
      markdown: `[What it means and what to do](${helpUri})`,
    },
  };
}

function resultsOf({ findings, appDir, anchor }: Report) {
  const seen = new Map<string, number>();
  return worstFirst(findings)
    .slice(0, MOST_RESULTS)
    .map((finding) => {
      const uri = uriOf(posix.join(appDir, finding.file ?? anchor ?? "Procfile"));
      const kind = `${finding.check}:${uri}`;
      const number = (seen.get(kind) ?? 0) + 1;
      seen.set(kind, number);
      return {
        ruleId: finding.check,
        level: SARIF_LEVELS[finding.level],
        message: { text: plainMessage(`${finding.problem} ${finding.fix}`) },
        locations: [{ physicalLocation: { artifactLocation: { uri }, region: lineOf(finding) } }],
        // The same whatever moves its line. GitHub goes by a hash of the line's text, which its upload-sarif adds.
        partialFingerprints: { "flaskHerokuDeploy/v1": `${kind}:${number}` },
        ...fixesOf(finding, appDir),
      };
    });
}

function lineOf({ line }: Finding) {
  const startLine = line ?? 1;
  return { startLine, startColumn: 1, endLine: startLine };
}
