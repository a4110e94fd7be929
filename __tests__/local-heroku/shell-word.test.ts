import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { shellWord } from "../../src/local-heroku/shell-word.ts";

const run = promisify(execFile);

test.for([
  ["https://localhost:40849", true],
  ["/usr/bin/python3", true],
  ["", false],
  ["A=1", false],
  ["~", false],
  ["it's $HOME and `more`", false],
  ["two\nlines", false],
  ["a\\", false],
] as const)("%j is one word, bare: %s", async ([text, bare]) => {
  const word = shellWord(text);
  expect(word === text).toBe(bare);
  const { stdout } = await run("/bin/sh", ["-c", `printf %s. ${word}`]);
  expect(stdout).toBe(`${text}.`);
});
