import fc from "fast-check";
import { expect, test } from "vitest";
import { redactor } from "../../src/report/redact.ts";
import { logLines, visibleLines } from "../../src/report/untrusted.ts";
import { obeyed } from "../support/github-runner.ts";

const ATTACKS = [
  "::set-output name=result::deployed",
  "  \t::save-state name=x::y",
  "harmless ##[add-mask]e",
  "remote: ##[error]deployed",
  "building\r::add-mask::e",
  "\u0085::set-output name=a::b",
  "a\u2028::error::x\u2029##[warning]y",
  "\x1b[0m::add-mask::e",
  ":\u200b:add-mask:\u200b:e",
  "#\u00ad#\x1b[1m[set-env name=PATH]/tmp",
  ":::stop-commands::x",
  "\ufeff::ADD-MASK::e",
];

test("the oracle obeys the attacks when they are echoed", () => {
  expect(ATTACKS.filter((line) => obeyed(line).length > 0).length).toBeGreaterThanOrEqual(9);
  expect(obeyed("::stop-commands::abc\n::error::x\n::abc::\n::notice::y")).toEqual([
    { command: "notice", properties: "", data: "y" },
  ]);
});

test.for(ATTACKS)("%j is not obeyed", (line) => {
  expect(obeyed(logLines(line).join("\n"))).toEqual([]);
});

test("none of 5,000 generated lines is obeyed", () => {
  const piece = fc.constantFrom(
    ":", "::", "#", "##[", "[", "]", " ", "\t", "\r", "\n", "\v", "\f", "\0", "\u0085", "\u00a0", "\u2028", "\u200b", "\u00ad",
    "\u202e", "\ufe0f", "\u{e0061}", "\ufeff", "\x1b", "\x1b[", "m", "\x9b", "\x1b]", "\x07", "remote: ", "add-mask", "error",
    "set-output name=a", "stop-commands", "SAVE-STATE name=b", "%3A", "e", "\ud800", "\u0301",
  ); // biome-ignore format: a list
  const attack = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(attack, (text) => {
      expect(obeyed(logLines(text).join("\n"))).toEqual([]);
    }),
    { numRuns: 5_000, seed: 20261123 },
  );
});

test("nothing unseen is left, and every line end is one", () => {
  expect(visibleLines("a\r\nb\rc\u0085d\u2028e\u2029f\n")).toEqual(["a", "b", "c", "d", "e", "f", ""]);
  expect(visibleLines("\x1b[31mred\x1b[0m \x1b]8;;https://x\x07link\x1b]8;;\x1b\\ \x9b1mC1 \x1b(B.")).toEqual(
    ["red link C1 ."],
  );
  expect(visibleLines("a\tb\u202e\u200d\u0000\ud800c")).toEqual(["a\tbc"]);
});

test("a long line is cut by whole characters", () => {
  const [line = ""] = visibleLines("\u{1f600}".repeat(5_000));
  expect(line).toBe(`${"\u{1f600}".repeat(4_096)} … (1808 more characters)`);
  expect(visibleLines("x".repeat(4_096))).toEqual(["x".repeat(4_096)]);
});

test("a secret is found before the cut, wherever the cut is, and under escape sequences", () => {
  const { add, redact } = redactor();
  add("S3CR3T-VALUE");
  for (let at = 4_070; at < 4_100; at++) {
    expect(visibleLines(`${" ".repeat(at)}S3CR3T-VALUE end`, redact).join("")).not.toContain("S3");
  }
  expect(visibleLines("S3CR\x1b[1m3T-VALUE S3CR3T\u200b-VALUE", redact)).toEqual(["*** ***"]);
});

test("cleaning takes linear time", () => {
  for (const pump of ["\x1b[", "\x1b]", "\x1b[0;", "\x9b ", " ", "\r", ":", "##[", "\u200b", "x"]) {
    const start = performance.now();
    logLines(pump.repeat(1_000_000 / pump.length));
    expect(performance.now() - start, JSON.stringify(pump)).toBeLessThan(3_000);
  }
});
