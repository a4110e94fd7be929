import { chmod, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Edit } from "../../src/checks/edit.ts";
import { correctedText, patchOf } from "../../src/report/patch.ts";
import { project } from "../support/project.ts";
import { folder, git, repository } from "../support/repository.ts";

type Files = Readonly<Record<string, string>>;

const insert = (file: string, after: number, ...lines: string[]): Edit => ({
  kind: "insert",
  file,
  after,
  lines,
});
const replace = (file: string, from: number, to: number, ...lines: string[]): Edit => ({
  kind: "replace",
  file,
  from,
  to,
  lines,
});
const TEN = Array.from({ length: 10 }, (_, index) => `line ${index + 1}\n`).join("");

/** The files of a work tree by path, `.git` apart. */
async function filesOf(workspace: string): Promise<Files> {
  const names = (await readdir(workspace, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );
  const paths = names
    .map(({ parentPath, name }) => join(parentPath, name).slice(workspace.length + 1))
    .filter((path) => !path.startsWith(".git/"));
  return Object.fromEntries(
    await Promise.all(
      paths.sort().map(async (path) => [path, await readFile(join(workspace, path), "utf8")] as const),
    ),
  );
}

/** What the real git makes of a repository and the patch of these edits. */
async function applied(files: Files, edits: readonly Edit[], appDir = "."): Promise<Files> {
  const workspace = await folder();
  await repository(
    workspace,
    Object.fromEntries(Object.entries(files).map(([path, text]) => [join(appDir, path), text])),
  );
  const patch = patchOf(edits, project(files, { appDir }));
  if (patch === null) return filesOf(workspace);
  const file = join(await folder(), "fixes.patch");
  await writeFile(file, patch);
  await git(workspace, "apply", "--check", "--index", file);
  await git(workspace, "apply", "--index", file);
  return filesOf(workspace);
}

test.for<[name: string, before: Files, edits: Edit[], after: Files]>([
  ["replace a line", { a: TEN }, [replace("a", 5, 5, "five")], { a: TEN.replace("line 5", "five") }],
  ["replace all lines", { a: "x\ny\n" }, [replace("a", 1, 2, "z")], { a: "z\n" }],
  ["remove a line", { a: "x\ny\nz\n" }, [replace("a", 2, 2)], { a: "x\nz\n" }],
  ["remove every line", { a: "x\ny\n" }, [replace("a", 1, 2)], { a: "" }],
  ["insert at the top", { a: TEN }, [insert("a", 0, "first")], { a: `first\n${TEN}` }],
  ["insert at the end", { a: TEN }, [insert("a", 10, "last")], { a: `${TEN}last\n` }],
  ["insert past the end", { a: TEN }, [insert("a", 1e9, "last")], { a: `${TEN}last\n` }],
  ["insert into an empty file", { a: "" }, [insert("a", 0, "first")], { a: "first\n" }],
  ["insert several lines", { a: "x\ny\n" }, [insert("a", 1, "1", "2")], { a: "x\n1\n2\ny\n" }],
  ["no final newline: insert at the end", { a: "x\ny" }, [insert("a", 2, "z")], { a: "x\ny\nz\n" }],
  ["no final newline: insert at the top", { a: "x\ny" }, [insert("a", 0, "w")], { a: "w\nx\ny" }],
  ["no final newline: replace the last", { a: "x\ny" }, [replace("a", 2, 2, "z")], { a: "x\nz\n" }],
  [
    "no final newline: far from the edit",
    { a: `${TEN}end` },
    [replace("a", 1, 1, "1")],
    { a: `${TEN.replace("line 1", "1")}end` },
  ],
  ["CRLF: insert", { a: "x\r\ny\r\n" }, [insert("a", 1, "1")], { a: "x\r\n1\r\ny\r\n" }],
  ["CRLF: replace", { a: "x\r\ny\r\n" }, [replace("a", 1, 1, "z")], { a: "z\r\ny\r\n" }],
  ["CRLF without a final one", { a: "x\r\ny" }, [insert("a", 2, "z")], { a: "x\r\ny\r\nz\r\n" }],
  [
    "create",
    { a: "" },
    [{ kind: "create", file: "Procfile", text: "web: x\n" }],
    { Procfile: "web: x\n", a: "" },
  ],
  ["create without a final newline", {}, [{ kind: "create", file: "d/e", text: "1\n2" }], { "d/e": "1\n2" }],
  ["create an empty file", {}, [{ kind: "create", file: "e", text: "" }], { e: "" }],
  [
    "rename",
    { procfile: "web: x\n" },
    [{ kind: "rename", file: "procfile", to: "Procfile" }],
    { Procfile: "web: x\n" },
  ],
  ["rename what is no text", { a: "\0" }, [{ kind: "rename", file: "a", to: "b" }], { b: "\0" }],
  [
    "rename and edit",
    { procfile: "web: x" },
    [{ kind: "rename", file: "procfile", to: "Procfile" }, replace("procfile", 1, 1, "web: y")],
    { Procfile: "web: y\n" },
  ],
  ["delete", { a: "x\n", b: "" }, [{ kind: "delete", file: "a" }], { b: "" }],
  ["delete an empty file", { a: "", b: "" }, [{ kind: "delete", file: "a" }], { b: "" }],
  ["delete without a final newline", { a: "x", b: "" }, [{ kind: "delete", file: "a" }], { b: "" }],
  [
    "several edits of one file, in any order",
    { a: TEN },
    [
      insert("a", 10, "end"),
      replace("a", 9, 9, "nine"),
      insert("a", 0, "top"),
      replace("a", 2, 3, "2+3"),
      insert("a", 3, "3.5"),
    ],
    { a: `top\nline 1\n2+3\n3.5\n${[4, 5, 6, 7, 8].map((n) => `line ${n}\n`).join("")}nine\nline 10\nend\n` },
  ],
  [
    "several files",
    { a: "x\n", b: "y\n" },
    [insert("b", 1, "2"), insert("a", 1, "1")],
    { a: "x\n1\n", b: "y\n2\n" },
  ],
  [
    "two lines at one place stay in order",
    { a: "x\n" },
    [insert("a", 1, "1"), insert("a", 9, "2")],
    { a: "x\n1\n2\n" },
  ],
  ["the same line twice", { a: "x\n" }, [insert("a", 1, "1"), insert("a", 1, "1")], { a: "x\n1\n" }],
  [
    "overlapping: the first wins",
    { a: TEN },
    [replace("a", 2, 4, "2-4"), replace("a", 4, 5, "4-5"), replace("a", 1, 2, "1-2")],
    { a: TEN.replace("line 2\nline 3\nline 4", "2-4") },
  ],
  [
    "an insert into what was replaced",
    { a: TEN },
    [replace("a", 2, 4, "2-4"), insert("a", 3, "no")],
    { a: TEN.replace("line 2\nline 3\nline 4", "2-4") },
  ],
  [
    "inserts around what was replaced",
    { a: "x\ny\nz\n" },
    [replace("a", 2, 2, "Y"), insert("a", 1, "before"), insert("a", 2, "behind")],
    { a: "x\nbefore\nY\nbehind\nz\n" },
  ],
  [
    "edits of what is deleted",
    { a: "x\n", b: "" },
    [{ kind: "delete", file: "a" }, insert("a", 0, "no")],
    { b: "" },
  ],
  [
    "two files to one name",
    { a: "1\n", b: "2\n" },
    [
      { kind: "rename", file: "a", to: "c" },
      { kind: "rename", file: "b", to: "c" },
    ],
    { b: "2\n", c: "1\n" },
  ],
  [
    "a file to a name that is there",
    { a: "1\n", b: "2\n" },
    [{ kind: "rename", file: "a", to: "b" }],
    { a: "1\n", b: "2\n" },
  ],
  ["create what is there", { a: "1\n" }, [{ kind: "create", file: "a", text: "2\n" }], { a: "1\n" }],
  [
    "create twice",
    {},
    [
      { kind: "create", file: "a", text: "1\n" },
      { kind: "create", file: "a", text: "2\n" },
    ],
    { a: "1\n" },
  ],
  [
    "a file that is not there",
    { a: "1\n" },
    [insert("b", 0, "x"), { kind: "delete", file: "c" }],
    { a: "1\n" },
  ],
  [
    "lines that are not there",
    { a: "1\n" },
    [replace("a", 2, 2, "x"), replace("a", 0, 1, "x")],
    { a: "1\n" },
  ],
  [
    "out of the app's folder",
    { a: "1\n" },
    [
      { kind: "create", file: "../b", text: "x" },
      { kind: "rename", file: "a", to: "/b" },
    ],
    { a: "1\n" },
  ],
  [
    "names that need quotes",
    { 'sp ace "q"\tä\\.txt': "1\n" },
    [insert('sp ace "q"\tä\\.txt', 1, "2")],
    { 'sp ace "q"\tä\\.txt': "1\n2\n" },
  ],
  [
    "a rename of such a name",
    { "ä b.txt": "1\n" },
    [{ kind: "rename", file: "ä b.txt", to: "requirements.txt" }],
    { "requirements.txt": "1\n" },
  ],
  ["a byte order mark", { a: "\uFEFFx\ny\n" }, [replace("a", 2, 2, "z")], { a: "\uFEFFx\nz\n" }],
  ["a file of odd line ends is let be", { a: "x\ry\n" }, [insert("a", 1, "1")], { a: "x\ry\n" }],
  [
    "lines that look like a diff",
    { a: "--- a\n+++ b\n@@ -1 +1 @@\n" },
    [replace("a", 2, 2, "-- x")],
    { a: "--- a\n-- x\n@@ -1 +1 @@\n" },
  ],
])("git apply: %s", async ([, before, edits, after]) => {
  expect(await applied(before, edits)).toEqual(after);
});

test("paths are those of the repository when the app lies in a folder of it", async () => {
  const edits: Edit[] = [insert("a", 1, "2"), { kind: "rename", file: "b", to: "c" }];
  expect(await applied({ a: "1\n", b: "x\n" }, edits, "back end/app")).toEqual({
    "back end/app/a": "1\n2\n",
    "back end/app/c": "x\n",
  });
});

test("an executable file stays one, and can be deleted", async () => {
  const workspace = await folder();
  const files = { "run.sh": "x\n", "old.sh": "y\n" };
  await repository(workspace, files);
  for (const name of Object.keys(files)) await chmod(join(workspace, name), 0o755);
  await git(workspace, "commit", "--quiet", "--all", "--message", "Executable");
  const commit = project(files);
  for (const [path, entry] of commit.files)
    Object.assign(Object(commit.files.get(path)), { ...entry, mode: "100755" });
  const file = join(await folder(), "fixes.patch");
  await writeFile(
    file,
    patchOf([insert("run.sh", 0, "#!/bin/sh"), { kind: "delete", file: "old.sh" }], commit) ?? "",
  );
  await git(workspace, "apply", "--index", file);
  expect(await filesOf(workspace)).toEqual({ "run.sh": "#!/bin/sh\nx\n" });
  expect((await stat(join(workspace, "run.sh"))).mode & 0o111).not.toBe(0);
});

test("any edits of any text give a patch that applies, with the corrected text as its result", async () => {
  const text = fc
    .array(fc.constantFrom("a", "b", "", "c d"), { maxLength: 14 })
    .chain((lines) =>
      fc
        .tuple(fc.constantFrom("\n", "\r\n"), fc.constantFrom("", "end"))
        .map(([end, last]) => lines.map((line) => line + end).join("") + last),
    );
  const position = fc.integer({ min: -1, max: 16 });
  const lines = fc.array(fc.constantFrom("new", "+x", "-y", ""), { maxLength: 3 });
  const edit: fc.Arbitrary<Edit> = fc.oneof(
    fc.tuple(position, lines).map(([after, added]) => insert("a", after, ...added)),
    fc.tuple(position, position, lines).map(([from, to, added]) => replace("a", from, to, ...added)),
  );
  await fc.assert(
    fc.asyncProperty(text, fc.array(edit, { minLength: 1, maxLength: 5 }), async (before, edits) => {
      const commit = project({ a: before });
      const workspace = await folder();
      await writeFile(join(workspace, "a"), before);
      const patch = patchOf(edits, commit);
      if (patch !== null) {
        await writeFile(join(workspace, "p"), patch);
        await git(workspace, "apply", "p");
      }
      expect(await readFile(join(workspace, "a"), "utf8")).toBe(correctedText("a", edits, commit) ?? before);
    }),
    { numRuns: 60, seed: 20261123 },
  );
}, 60_000);

describe("the corrected text", () => {
  const commit = project({ "requirements.txt": "flask\n", "app.py": "x\n" });
  test("is whole", () => {
    const edits = [
      insert("requirements.txt", 1, "gunicorn"),
      replace("requirements.txt", 1, 1, "Flask==3.1.3"),
    ];
    expect(correctedText("requirements.txt", edits, commit)).toBe("Flask==3.1.3\ngunicorn\n");
  });
  test("of a file that is made", () => {
    const edits: Edit[] = [{ kind: "create", file: "Procfile", text: "web: x\n" }];
    expect(correctedText("Procfile", edits, commit)).toBe("web: x\n");
  });
  test("is none when the file stays as it is, or goes", () => {
    expect(correctedText("app.py", [insert("requirements.txt", 1, "x")], commit)).toBeNull();
    expect(correctedText("app.py", [{ kind: "delete", file: "app.py" }], commit)).toBeNull();
  });
});

test("no edits, no patch", () => {
  expect(patchOf([], project({ a: "x\n" }))).toBeNull();
  expect(patchOf([replace("a", 7, 7)], project({ a: "x\n" }))).toBeNull();
});
