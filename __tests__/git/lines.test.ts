import { expect, test } from "vitest";
import { lineSplitter } from "../../src/git/lines.ts";

function split(chunks: readonly string[]): string[] {
  const lines: string[] = [];
  const splitter = lineSplitter((line) => lines.push(line));
  for (const chunk of chunks) splitter.write(chunk);
  splitter.end();
  return lines;
}

const TEXT = "one   \r\n\ntwo\rthree\r\n  four\n10%\r100%\t \nfive\r";
const LINES = ["one", "", "three", "  four", "100%", "five"];

test("lines are the same wherever the stream is cut", () => {
  expect(split([TEXT])).toEqual(LINES);
  for (let first = 0; first <= TEXT.length; first++) {
    for (let second = first; second <= TEXT.length; second++) {
      const chunks = [TEXT.slice(0, first), TEXT.slice(first, second), TEXT.slice(second)];
      expect(split(chunks)).toEqual(LINES);
    }
  }
});

test("a line comes when it ends, not before", () => {
  const lines: string[] = [];
  const splitter = lineSplitter((line) => lines.push(line));
  splitter.write("half ");
  expect(lines).toEqual([]);
  splitter.write("a line\nmore");
  expect(lines).toEqual(["half a line"]);
});

test("the prefix of a long line is kept and its end dropped, however it comes", () => {
  const long = `remote: ${"x".repeat(70_000)}\rfatal: no\nnext`;
  for (const size of [1000, 4096, 65_536, 200_000]) {
    const chunks = Array.from({ length: Math.ceil(long.length / size) }, (_, index) =>
      long.slice(index * size, (index + 1) * size),
    );
    const [line, next] = split(chunks);
    expect(next).toBe("next");
    expect(line?.length).toBeLessThan(140_000);
  }
});
