import { expect, test } from "vitest";
import type { Edit } from "../../src/checks/edit.ts";
import { patchOf } from "../../src/report/patch.ts";
import { shortDiff } from "../../src/report/short-diff.ts";
import { project } from "../support/project.ts";

const FILES = { "requirements.txt": "a\nb\nc\nd\ne\nf\n", procfile: "web: x\n", "old.txt": "-- x\n++ y\n" };

/** What is shown of the diff of some edits. */
function shown(...edits: Edit[]): string[] {
  return shortDiff(patchOf(edits, project(FILES), 1) ?? "").split("\n");
}

const replace = (from: number, line: string): Edit => {
  return { kind: "replace", file: "requirements.txt", from, to: from, lines: [line] };
};

test.for<[name: string, edits: Edit[], lines: string[]]>([
  ["one place of one file", [replace(2, "B")], [" a", "-b", "+B", " c"]],
  [
    "two places of one file",
    [replace(1, "A"), replace(6, "F")],
    ["@@ -1,2 +1,2 @@", "-a", "+A", " b", "@@ -5,2 +5,2 @@", " e", "-f", "+F"],
  ],
  [
    "a new file",
    [{ kind: "create", file: "Procfile", text: "web: y\n" }],
    ["new file mode 100644", "+web: y"],
  ],
  [
    "a rename",
    [{ kind: "rename", file: "procfile", to: "Procfile" }],
    ["rename from procfile", "rename to Procfile"],
  ],
  [
    "lines that look like a header",
    [{ kind: "delete", file: "old.txt" }],
    ["deleted file mode 100644", "--- x", "-++ y"],
  ],
  [
    "two files",
    [replace(6, "F"), { kind: "create", file: "Procfile", text: "web: y\n" }],
    [
      ...["--- a/requirements.txt", "+++ b/requirements.txt", " e", "-f", "+F"],
      ...["--- /dev/null", "+++ b/Procfile", "+web: y"],
    ],
  ],
])("%s", ([, edits, lines]) => {
  expect(shown(...edits)).toEqual(lines);
});

test("a long one is left to the patch", () => {
  const text = (lines: number) => Array.from({ length: lines }, (_, index) => `line ${index}\n`).join("");
  const create = (lines: number): Edit => ({ kind: "create", file: "new.txt", text: text(lines) });
  expect(shown(create(39))).toHaveLength(40);
  expect(shown(create(40))).toEqual([""]);
  expect(shown({ kind: "create", file: "new.txt", text: "x".repeat(5_000) })).toEqual([""]);
});
