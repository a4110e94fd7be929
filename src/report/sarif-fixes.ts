import { posix } from "node:path";
import type { Finding } from "../checks/check.ts";
import type { Edit } from "../checks/edit.ts";
import { plainMessage, uriOf } from "./sarif-texts.ts";

type Replacement = Extract<Edit, { kind: "replace" }>;

/** SARIF's `fixes` of a finding whose edits all put new lines in the place of others; nothing for any other. */
export function fixesOf({ edits = [], diff, fix }: Finding, appDir: string) {
  // Without a diff the edits do not fit the commit.
  if (diff === undefined || edits.length === 0 || !edits.every(isReplacement)) return {};
  const changes = Array.from(
    Map.groupBy(edits, ({ file }) => file),
    ([file, own]) => ({
      artifactLocation: { uri: uriOf(posix.join(appDir, file)) },
      replacements: own.map(({ from, to, lines }) => ({
        // Without columns a region is whole lines but for the end of the last (section 3.30.2 of the standard).
        deletedRegion: { startLine: from, endLine: to },
        insertedContent: { text: lines.join("\n") },
      })),
    }),
  );
  return { fixes: [{ description: { text: plainMessage(fix) }, artifactChanges: changes }] };
}

function isReplacement(edit: Edit): edit is Replacement {
  return edit.kind === "replace" && edit.lines.length > 0;
}
