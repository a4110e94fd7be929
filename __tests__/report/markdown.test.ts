import fc from "fast-check";
import { expect, test } from "vitest";
import { autolink, cell, codeBlock, codeSpan, link, prose } from "../../src/report/markdown.ts";
import { oneLine, visibleLines } from "../../src/report/untrusted.ts";
import { hostile, nodes, parsed, shape, WORDS_WITH_MEANING, words } from "../support/markdown.ts";

const many = { numRuns: 3_000, seed: 20261123 };

test.for([
  ["app.py", "`app.py`"],
  ["a`b", "``a`b``"],
  ["`", "`` ` ``"],
  ["```", "```` ``` ````"],
  ["", "(empty)"],
  ["a\nb", "`a b`"],
] as const)("%j as inline code", ([text, expected]) => {
  expect(codeSpan(text)).toBe(expected);
});

test.for([
  ["The Procfile has no `web` process.", "The Procfile has no `web` process."],
  ["Pin `Flask==3.1.2`, (or `x`).", "Pin `Flask==3.1.2`, (or `x`)."],
  ["See https://status.heroku.com.", "See `https://status.heroku.com`."],
  ["Ask @somebody about #12", "Ask `@somebody` about `#12`"],
  ["the table user_account is 50% full", "the table `user_account` is 50% full"],
  ["- a", "`-` a"],
  ["1. a", "`1`. a"],
  ["3 tables", "3 tables"],
  ["a `b` c` d", "a `b` `` c` `` d"],
  [":tada: done: yes", "`:tada`: done: yes"],
  ["`web`'s line", "`web`'s line"],
] as const)("%j as prose", ([text, expected]) => {
  expect(prose(text)).toBe(expected);
});

test("any text is one piece of inline code, unchanged", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      fc.pre(oneLine(text) !== "");
      const [, paragraph, ...inside] = nodes(parsed(codeSpan(text)));
      expect([paragraph?.type, inside]).toMatchObject([
        "paragraph",
        [{ type: "inlineCode", value: oneLine(text) }],
      ]);
      expect(inside.length).toBe(1);
    }),
    many,
  );
});

test("any text is one fenced block, unchanged", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const [, ...inside] = nodes(parsed(`${codeBlock(text)}\n\nafter`));
      expect(inside).toMatchObject([
        { type: "code", value: visibleLines(text).join("\n") },
        { type: "paragraph" },
        { type: "text", value: "after" },
      ]);
    }),
    many,
  );
});

test("a text of very many lines is taken too", () => {
  expect(codeBlock("`x`\n".repeat(300_000)).length).toBe(300_000 * 4 + 8);
});

test("any prose is a paragraph of words and inline code", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      fc.pre(oneLine(text) !== "");
      expect(shape(prose(text))).toEqual(["root", "paragraph"]);
      expect(words(prose(text))).not.toMatch(WORDS_WITH_MEANING);
    }),
    many,
  );
});

test("any text is one cell of a table", () => {
  const row = [
    "root",
    "table",
    ...["tableRow", "tableCell", "tableCell"],
    ...["tableRow", "tableCell", "tableCell"],
  ];
  fc.assert(
    fc.property(hostile, hostile, (left, right) => {
      const markdown = `| a | b |\n|---|---|\n| ${cell(codeSpan(left))} | ${cell(prose(right))} |`;
      expect(shape(markdown)).toEqual(row);
      expect(words(markdown)).not.toMatch(WORDS_WITH_MEANING);
    }),
    many,
  );
});

test("a table keeps the pipes of a cell", () => {
  const markdown = `| a |\n|---|\n| ${cell(codeSpan("x || y\\|z"))} |`;
  expect(nodes(parsed(markdown)).at(-1)).toMatchObject({ type: "inlineCode", value: "x || y\\ |z" });
});

test.for([
  ["https://example.com/a_b?c=d#e", "[x](https://example.com/a_b?c=d#e)", "<https://example.com/a_b?c=d#e>"],
  ["javascript:alert(1)", "x", "`javascript:alert(1)`"],
  ["https://user:pass@example.com/", "x", "`https://user:pass@example.com/`"],
  ["https://example.com/) [y](z", "x", "`https://example.com/) [y](z`"],
  ["nonsense", "x", "`nonsense`"],
] as const)("%s as a link", ([address, linked, shown]) => {
  expect(link("x", address)).toBe(linked);
  expect(autolink(address)).toBe(shown);
});
