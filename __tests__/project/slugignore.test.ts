import { expect, test } from "vitest";
import { slugignore } from "../../src/project/slugignore.ts";

test.for([
  ["*.txt", ["a.txt", "docs/b.txt"], ["a.txt.py", "txt"]],
  ["/test", ["test/a.py", "test"], ["app/test/a.py", "tests/a.py"]],
  ["docs", ["docs/a", "app/docs/b", "docs"], ["docs2/a", "mydocs"]],
  ["docs/", ["docs/a", "app/docs/b"], ["docs", "app/docs"]],
  ["app/*.py", ["app/a.py"], ["app/sub/a.py", "x/app/a.py"]],
  ["**/data", ["data/a", "a/b/data/c"], ["adata"]],
  ["app/**", ["app/a", "app/b/c"], ["app", "application/a"]],
  ["a/**/b", ["a/b", "a/x/y/b"], ["ab"]],
  ["file[0-9].p?", ["file1.py", "x/file2.pl"], ["filex.py", "file1.p"]],
  ["[!a].md", ["b.md"], ["a.md"]],
  ["\\#x", ["#x"], ["x"]],
  ["a.b(c|d)+$", ["a.b(c|d)+$"], ["aXb(c|d)+$", "a.bc"]],
  ["[z-a]", [], ["b", "z"]],
  ["!keep\n# note\n\n  \n/", [], ["keep", "note", "x"]],
  ["  venv/  \r", ["venv/pyvenv.cfg"], ["venv2/x"]],
] as const)("%j", ([text, hidden, kept]) => {
  const patterns = slugignore(text);
  const isHidden = (path: string) => patterns.some(({ matches }) => matches(path));
  expect(hidden.filter((path) => !isHidden(path))).toEqual([]);
  expect(kept.filter(isHidden)).toEqual([]);
});

test("no file, no patterns; the lines are counted from 1", () => {
  expect(slugignore(undefined)).toEqual([]);
  expect(slugignore("# x\n\n*.md\n").map(({ line }) => line)).toEqual([3]);
});

test("a hostile pattern ends soon", () => {
  const [pattern] = slugignore(`${"*a".repeat(20)}b`);
  const start = performance.now();
  pattern?.matches("a".repeat(120));
  expect(performance.now() - start).toBeLessThan(1000);
});
