import { describe, expect, test } from "vitest";
import type { Edit } from "../../src/checks/edit.ts";
import { pythonVersion } from "../../src/checks/python-version.ts";
import { type Files, project } from "../support/project.ts";
import { expectFindings, type Row } from "./findings.ts";

function row(name: string, files: Files, ...found: Row[2]): Row {
  return [name, { "requirements.txt": "flask\n", ...files }, found];
}

const UTF16 = Buffer.from("\uFEFF3.12\r\n", "utf16le");

const SILENT: readonly Row[] = [
  row("no version named", {}),
  row("a minor", { ".python-version": "3.12\n" }),
  row("a patch, blanks and comments", { ".python-version": "# Heroku\r\n\r\n  3.12.4  \r\n" }),
  row("a file of that name in another folder", { "docs/python-version": "x", ".python-version": "3.13" }),
  row("other names", { "python_version_check.py": "", ".python-versions.lock": "", "python-versions/x": "" }),
  ["nothing to install from, which is said elsewhere", { ".python-version": "nonsense" }, []],
  ["uv with its file", { "uv.lock": "", ".python-version": "3.13\n" }, []],
  ["poetry without the file", { "poetry.lock": "" }, []],
  ["a Pipfile.lock", { "Pipfile.lock": '{"_meta": {"requires": {"python_version": "3.12"}}}' }, []],
  [
    "a link",
    { "requirements.txt": "", ".python-version": "3.1" },
    [],
    { modes: { ".python-version": "120000" } },
  ],
];

const REFUSED: readonly Row[] = [
  ...["python-version", ".python-version.txt", ".python_version", ".python.version", ".python-version "].map(
    (name) =>
      row(`the name "${name}"`, { [name]: "3.12\n" }, [`error ${name}:-`, "Rename it to `.python-version`"]),
  ),
  ...["python_version.txt", "Python-Version", ".pythonversion"].map((name) =>
    row(`the name "${name}"`, { [name]: "3.12\n" }, [`warning ${name}:-`, "Rename it"]),
  ),
  row("a misspelt name besides the right one", { ".python-version": "3.12", "python-version": "3.11" }, [
    "error python-version:-",
    "Delete it",
  ]),
  ...["python-3.12\n", '"3.12"\n', "3.12.*\n", "3.12 # comment\n", ">=3.12\n", "3.12.x", "v3.12"].map(
    (text) =>
      row(`the content ${JSON.stringify(text)}`, { ".python-version": text }, [
        "error .python-version:1",
        "`3.12`",
      ]),
  ),
  row("no minor", { ".python-version": "\n3\n" }, ["error .python-version:2", "`3.14`"]),
  row("nothing in it", { ".python-version": "" }, ["error .python-version:1", "names no Python"]),
  row("only comments", { ".python-version": "# 3.12\n" }, ["error .python-version:1", "names no Python"]),
  row("two versions", { ".python-version": "3.13\n3.12\n" }, ["error .python-version:2", "`3.13`"]),
  row("a byte order mark", { ".python-version": "\uFEFF3.12\n" }, ["error .python-version:1", "UTF-8"]),
  row("UTF-16", { ".python-version": UTF16 }, ["error .python-version:1", "PowerShell"]),
  row("end of life", { ".python-version": "# old\n3.8.10\n" }, ["error .python-version:2", "`3.8`"]),
  row("Python 2", { ".python-version": "2.7" }, ["error .python-version:1", "no longer has it"]),
  row("not out yet", { ".python-version": "3.15" }, ["error .python-version:1", "does not know"]),
  row("Python 4", { ".python-version": "4.0" }, ["error .python-version:1", "does not know"]),
  row("a patch that is not out yet", { ".python-version": "3.13.99" }, [
    "warning .python-version:1",
    "3.13.15",
  ]),
  row("soon at its end", { ".python-version": "3.10" }, ["warning .python-version:1", "2027-01-06"]),
  row("runtime.txt without its prefix", { "runtime.txt": "3.12\n" }, [
    "error runtime.txt:1",
    "single line `3.12`",
  ]),
  row("runtime.txt of long ago", { "runtime.txt": "python-3.6.15" }, ["error runtime.txt:1", "`3.6`"]),
  row("runtime.txt", { "runtime.txt": "python-3.12.4\n" }, ["notice runtime.txt:1", "`3.12.4`"]),
  row("runtime.txt that says the same", { "runtime.txt": "python-3.12", ".python-version": "3.12" }, [
    "notice runtime.txt:1",
    "old way",
  ]),
  row("runtime.txt that says something else", { "runtime.txt": "python-3.12", ".python-version": "3.13" }, [
    "warning runtime.txt:1",
    "follows runtime.txt",
  ]),
  ["uv without the file", { "uv.lock": "" }, [["error -:-", "any Python that it finds"]]],
  [
    "uv with runtime.txt",
    { "uv.lock": "", "runtime.txt": "python-3.12" },
    [["error runtime.txt:-", "refuses runtime.txt"]],
  ],
  [
    "a Pipfile.lock of long ago",
    { "Pipfile.lock": '{"_meta": {"requires": {"python_version": "3.7"}}}' },
    [["error Pipfile.lock:-", "`3.7`"]],
  ],
];

test.for(SILENT)("%s: silent", (row) => expectFindings(pythonVersion, row));
test.for(REFUSED)("%s", (row) => expectFindings(pythonVersion, row));

describe("the edits", () => {
  test.for(REFUSED.filter(([name]) => !name.startsWith("a Pipfile")))("of: %s", ([, files]) => {
    const edits = pythonVersion.find(project(files)).flatMap(({ edits = [] }) => edits);
    expect(pythonVersion.find(project(edited(files, edits)))).toEqual([]);
  });

  test("keep the version that the file means", () => {
    const [remark] = pythonVersion.find(
      project({ "requirements.txt": "", ".python-version": '# x\n"3.11"\n' }),
    );
    expect(remark?.edits).toEqual([
      { kind: "replace", file: ".python-version", from: 1, to: 2, lines: ["3.11"] },
    ]);
  });
});

/** The files after these edits, each of which is about a whole file here. */
function edited(files: Files, edits: readonly Edit[]): Files {
  const after = new Map(Object.entries(files));
  for (const edit of edits) {
    if (edit.kind === "rename") after.set(edit.to, files[edit.file] ?? "");
    if (edit.kind === "create") after.set(edit.file, edit.text);
    if (edit.kind === "replace") after.set(edit.file, `${edit.lines.join("\n")}\n`);
    if (edit.kind === "delete" || edit.kind === "rename") after.delete(edit.file);
  }
  return Object.fromEntries(after);
}
