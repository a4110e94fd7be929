import { PassThrough, Readable } from "node:stream";
import { expect, test } from "vitest";
import { eachLine, type LineLimits } from "../../src/local-heroku/lines.ts";

async function lines(chunks: readonly (string | Buffer)[], limits: LineLimits = {}): Promise<string[]> {
  const found: string[] = [];
  await eachLine(
    [Readable.from(chunks.map((chunk) => Buffer.from(chunk)))],
    (line) => found.push(line),
    limits,
  );
  return found;
}

test.for<[string, (string | Buffer)[], string[]]>([
  ["lines over chunks", ["a", "b\nc", "\n"], ["ab", "c"]],
  ["no line end at the end", ["a\nb"], ["a", "b"]],
  ["empty lines", ["\n\na\n"], ["", "", "a"]],
  ["a carriage return", ["10%\r20%\r\ndone\r"], ["10%", "20%", "done"]],
  ["a line end cut in two", ["a\r", "\nb"], ["a", "b"]],
  ["a letter cut in two", [Buffer.from([0xc3]), Buffer.from([0xa9, 0x0a])], ["é"]],
])("%s", async ([, chunks, expected]) => {
  expect(await lines(chunks)).toEqual(expected);
});

test("a line that is too long comes in pieces, with or without an end", async () => {
  expect(await lines(["abcdefg\nh"], { longest: 3 })).toEqual(["abc", "def", "g", "h"]);
  expect(await lines(["ab", "cd", "ef", "g"], { longest: 3 })).toEqual(["abc", "def", "g"]);
});

test("what is too much is dropped, and that is said once", async () => {
  const found = await lines(["one\n", "two\n", "three\n", "four\n"], { most: 8 });
  expect(found).toEqual(["one", "two", expect.stringContaining("the rest is not shown")]);
});

test("a stream that is cut off ends what was said so far", async () => {
  const stream = new PassThrough();
  const found: string[] = [];
  const read = eachLine([stream, null], (line) => found.push(line));
  stream.write("a\nb");
  setTimeout(() => stream.destroy(), 20);
  await read;
  expect(found).toEqual(["a", "b"]);
});
