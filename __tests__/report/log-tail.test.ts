import fc from "fast-check";
import { expect, test } from "vitest";
import { logTail } from "../../src/report/log-tail.ts";
import { redactor } from "../../src/report/redact.ts";
import { hostile } from "../support/markdown.ts";

const SECRET = "S3cr3t-key/of+mine";

test("the last 60 lines, long ones cut", () => {
  const raw = Array.from({ length: 59 }, (_, index) => `line ${index}`);
  const [, ...tail] = logTail([...raw, "\u{1f600}".repeat(301), "two\r\nlines"], (text) => text);
  expect(tail).toHaveLength(59);
  expect(tail.slice(0, 1)).toEqual(["line 3"]);
  expect(tail.slice(-3)).toEqual([`${"\u{1f600}".repeat(300)} …`, "two", "lines"]);
});

test("no part of a secret is left, wherever a line is cut and whatever is put inside the secret", () => {
  const { add, redact } = redactor();
  add(SECRET);
  const unseen = fc.constantFrom("", "\u200b", "\x1b[31m", "\u202e", "\0");
  fc.assert(
    fc.property(fc.integer({ min: 270, max: 310 }), unseen, fc.nat(SECRET.length), (before, inside, at) => {
      const line = `${"x".repeat(before)}${SECRET.slice(0, at)}${inside}${SECRET.slice(at)} and more`;
      expect(logTail([line], redact).join("\n")).not.toContain(SECRET.slice(0, 6));
    }),
    { numRuns: 500, seed: 20261123 },
  );
});

test("every line is one visible line of at most 300 characters and the mark of the cut", () => {
  const { redact } = redactor();
  fc.assert(
    fc.property(fc.array(hostile, { maxLength: 80 }), (raw) => {
      const tail = logTail(raw, redact);
      expect(tail.length).toBeLessThanOrEqual(60);
      for (const line of tail) expect(line).not.toMatch(/[\n\r\u2028\x1b\u200b]/);
      for (const line of tail) expect([...line].length).toBeLessThanOrEqual(302);
    }),
    { numRuns: 200, seed: 20261123 },
  );
});
