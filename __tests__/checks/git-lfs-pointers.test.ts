import { test } from "vitest";
import { gitLfsPointers } from "../../src/checks/git-lfs-pointers.ts";
import { expectFindings, type Row } from "./findings.ts";

const LFS = "*.png filter=lfs diff=lfs merge=lfs -text\n";
const POINTER = `version https://git-lfs.github.com/spec/v1\noid sha256:${"a".repeat(64)}\nsize 123456\n`;
const IMAGE = Buffer.alloc(5000);

const ROWS: readonly Row[] = [
  [
    "a pointer",
    { ".gitattributes": `* text=auto\n${LFS}`, "static/logo.png": POINTER },
    [["warning .gitattributes:2", "`static/logo.png`"]],
  ],
  [
    "two of them",
    { ".gitattributes": LFS, "a.png": POINTER, "b.png": POINTER },
    [["warning .gitattributes:1", "and 1 more"]],
  ],
  ["a pattern that names nothing", { ".gitattributes": LFS, "a.jpg": POINTER }, []],
  ["a file that is whole", { ".gitattributes": LFS, "a.png": IMAGE }, []],
  ["a comment", { ".gitattributes": `# ${LFS}`, "a.png": POINTER }, []],
  ["other attributes", { ".gitattributes": "*.png -text\n", "a.png": POINTER }, []],
  ["none", { "a.png": POINTER }, []],
];

test.for(ROWS)("%s", (row) => expectFindings(gitLfsPointers, row));
