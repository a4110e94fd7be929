import { expect, test } from "vitest";
import { listed, quote } from "../../src/checks/quote.ts";

test.for([
  [[], 2, ""],
  [["a"], 1, "a"],
  [["a", "b"], 1, "a and 1 more"],
  [["a", "b", "c", "d"], 2, "a, b and 2 more"],
  [["a", "b"], 2, "a, b"],
] as const)("%j, %i of them", ([items, most, text]) => expect(listed(items, most)).toBe(text));

test("what is quoted stays on one line, in its code marks, and short", () => {
  expect(quote("a`b\n\u202Ec")).toBe("`a b c`");
  expect(quote("x".repeat(100))).toBe(`\`${"x".repeat(60)}…\``);
});
