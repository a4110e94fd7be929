import { describe, expect, test } from "vitest";
import { ExitStatusScanner } from "../../src/dyno/exit-status.ts";

const MARKER = "m4rk";

function scan(chunks: readonly (Buffer | string)[]) {
  const scanner = new ExitStatusScanner(MARKER);
  const lines = chunks.flatMap((chunk) => scanner.push(chunk));
  const { lines: last, status } = scanner.end();
  return { lines: [...lines, ...last], status };
}

describe.each([
  ["\\n", "\n"],
  ["\\r\\n", "\r\n"],
])("lines that end in %s", (_, lineEnd) => {
  const answer = Buffer.from(["héllo ✓", "", "m4rk 127", ""].join(lineEnd));

  test("every cut into up to three pieces gives the same lines and status", () => {
    let cuts = 0;
    const wrong: number[][] = [];
    for (let first = 0; first <= answer.length; first++) {
      for (let second = first; second <= answer.length; second++) {
        cuts++;
        const pieces = [answer.subarray(0, first), answer.subarray(first, second), answer.subarray(second)];
        const { lines, status } = scan(pieces);
        if (status !== 127 || lines.length !== 1 || lines[0] !== "héllo ✓") wrong.push([first, second]);
      }
    }
    expect(wrong).toEqual([]);
    expect(cuts).toBe(((answer.length + 1) * (answer.length + 2)) / 2);
  });

  test("an answer that breaks off before its end has no status", () => {
    for (let end = 0; end < answer.length; end++) {
      expect(scan([answer.subarray(0, end)]).status, `after ${end} bytes`).toBe("unknown");
    }
  });
});

test.for([
  ["no output at all", "\nm4rk 0\n", [], 0],
  ["a last line without an end", "made\nhalf\nm4rk 0\n", ["made", "half"], 0],
  ["empty lines, of which one is ours", "a\n\n\nb\n\n\nm4rk 1\n", ["a", "", "", "b", ""], 1],
  ["a marker line of the app's own: the last one counts", "m4rk 0\nmore\n\nm4rk 3\n", ["more"], 3],
  ["a marker inside a line", "see m4rk 0\n", ["see m4rk 0"], "unknown"],
  ["another word behind the marker", "m4rk 0 or so\nm4rk x\n", ["m4rk 0 or so", "m4rk x"], "unknown"],
  ["a longer number", "m4rk 1234\n", ["m4rk 1234"], "unknown"],
  ["another run's marker", "\nm4rkk 0\n", ["", "m4rkk 0"], "unknown"],
  ["something behind the status", "\nm4rk 2\nlate\n\n", ["late", ""], 2],
  ["nothing", "", [], "unknown"],
] as const)("%s", ([, text, lines, status]) => {
  expect(scan([text])).toEqual({ lines, status });
  expect(scan([...text])).toEqual({ lines, status });
});

test("says when the status has come", () => {
  const scanner = new ExitStatusScanner(MARKER);
  const known = ["made\n\n", "m4rk 1", "7", "\n"].map((chunk) => {
    scanner.push(chunk);
    return scanner.hasStatus;
  });
  expect(known).toEqual([false, false, false, true]);
});

test("a line without an end is given in pieces and does not hide the status", () => {
  const endless = Array.from({ length: 300 }, () => "x".repeat(1_000));
  const { lines, status } = scan([...endless, "\nm4rk 5\n"]);
  expect(lines.join("")).toBe(endless.join(""));
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(70_000);
  expect(status).toBe(5);
});

test("a marker is no pattern", () => {
  const scanner = new ExitStatusScanner("a.c*");
  scanner.push("abcc 0\n");
  expect(scanner.end().status).toBe("unknown");
});
