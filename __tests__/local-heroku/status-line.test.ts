import { expect, test } from "vitest";
import { createStatusLineHold } from "../../src/local-heroku/dynos/status-line.ts";

const LINE = "\uffff heroku-command-exit-status: 17\n";
const OUTPUT = Buffer.from(`some output, é and \uffff too\n${LINE}`);

test("the status line comes in one piece, wherever the output is cut", () => {
  for (let first = 0; first <= OUTPUT.length; first++) {
    for (let second = first; second <= OUTPUT.length; second++) {
      const hold = createStatusLineHold();
      const cuts = [OUTPUT.subarray(0, first), OUTPUT.subarray(first, second), OUTPUT.subarray(second)];
      const pieces = [...cuts.flatMap((cut) => hold.push(cut)), ...hold.flush()];
      expect(Buffer.concat(pieces).equals(OUTPUT)).toBe(true);
      expect(pieces.map(String)).toContain(LINE);
    }
  }
});

test("output without a status line is not held back", () => {
  const hold = createStatusLineHold();
  expect(hold.push(Buffer.from("no line feed yet")).map(String)).toEqual(["no line feed yet"]);
});

test("what is held at the end is not lost", () => {
  const hold = createStatusLineHold();
  expect(hold.push(Buffer.from("a\uffff half"))).toHaveLength(1);
  expect(hold.flush().map(String)).toEqual(["\uffff half"]);
});
