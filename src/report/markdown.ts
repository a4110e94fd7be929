import { oneLine, visibleLines } from "./untrusted.ts";

// Words that neither Markdown nor anything GitHub adds to it (mentions, issues, links, emoji, math) reads as
// more than words.
const PLAIN = /^[\p{L}\p{M}\p{N}.,;:!?'"()/%+=…–—’“”→×-]*$/u;
const MEANS_MORE = /\/\/|www\.|:.+:|gh-\d/i;
const STARTS_A_BLOCK = /^(?:[-+=]|\d+[.)]$)/;

const WORDS = /(?:`[^`]+`|\S)+/g;
const QUOTED = /^([^`]*)`([^`]+)`([^`]*)$/;
const PUNCTUATED = /^([("'“]*)(.*?)([)"'”.,;:!?…]*)$/;
const LONGEST_WORD = 200;

/** Any text as inline code that ends where the text ends. */
export function codeSpan(text: string): string {
  const line = oneLine(text);
  const fence = "`".repeat(longestRun(line) + 1);
  const pad = /^`|`$/.test(line) ? " " : "";
  return line === "" ? "(empty)" : `${fence}${pad}${line}${pad}${fence}`;
}

/** Any text as a fenced block that ends where the text ends; `language` is a word of ours. */
export function codeBlock(text: string, language = ""): string {
  const lines = visibleLines(text).join("\n");
  const fence = "`".repeat(Math.max(3, longestRun(lines) + 1));
  return [fence + language, lines, fence].join("\n");
}

/**
 * A sentence of ours that may hold foreign words: parts in back-ticks, and words that could mean something to
 * Markdown or GitHub, become inline code; the rest stands as it is.
 */
export function prose(text: string): string {
  return Array.from(oneLine(text).matchAll(WORDS), ([word], index) => wordOf(word, index === 0)).join(" ");
}

/**
 * Markdown made above, as a cell of a table: a `|` would end it, even inside inline code. A back-slash before it is
 * kept apart, since parsers differ on which of the two `\\|` escapes.
 */
export function cell(markdown: string): string {
  return markdown.replace(/\\(?=\|)/g, "\\ ").replaceAll("|", "\\|");
}

/** A link to an address, with a label of ours; the label alone when the address is not plain http(s). */
export function link(label: string, address: string): string {
  const href = plainAddress(address);
  return href === undefined ? label : `[${label}](${href})`;
}

/** An address shown as itself, a link when it is plain http(s). */
export function autolink(address: string): string {
  const href = plainAddress(address);
  return href === undefined ? codeSpan(address) : `<${href}>`;
}

function plainAddress(address: string): string | undefined {
  const url = URL.parse(address);
  const plain = url !== null && /^https?:$/.test(url.protocol) && url.username === "" && url.password === "";
  return plain && /^[\w.~:/?#@!$&*+,;=%-]+$/.test(url.href) ? url.href : undefined;
}

// Words stay apart by a blank: the back-ticks of two neighbours must not become one run.
function wordOf(word: string, first: boolean): string {
  const plain = (part: string) => PLAIN.test(part) && !MEANS_MORE.test(part);
  if (plain(word) && !(first && STARTS_A_BLOCK.test(word))) return word;

  const [, open = "", quoted, close = ""] = QUOTED.exec(word) ?? [];
  if (quoted !== undefined && plain(open) && plain(close)) return open + codeSpan(quoted) + close;

  if (word.length > LONGEST_WORD) return codeSpan(word);
  const [, before = "", core = "", after = ""] = PUNCTUATED.exec(word) ?? [];
  return core === "" ? codeSpan(word) : before + codeSpan(core) + after;
}

function longestRun(text: string): number {
  let longest = 0;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  return longest;
}
