import fc from "fast-check";
import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";

/** What GitHub's flavour of Markdown reads in a text. */
export function parsed(markdown: string): Nodes {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

/** The nodes below and with `node`, in order. */
export function nodes(node: Nodes): Nodes[] {
  return [node, ...("children" in node ? node.children.flatMap(nodes) : [])];
}

/**
 * The shape of a text: its nodes without the words, which are text and inline code.
 * Two texts of one template have the same shape unless a value of one is read as Markdown.
 */
export function shape(markdown: string): string[] {
  return nodes(parsed(markdown))
    .filter((node) => node.type !== "text" && node.type !== "inlineCode")
    .map((node) =>
      node.type === "link" ? `link ${node.url}` : "depth" in node ? `heading ${node.depth}` : node.type,
    );
}

/** The words outside code and links, in which GitHub looks for mentions, issues, emoji and math. */
export function words(markdown: string): string {
  const below = (node: Nodes): string[] => {
    if (node.type === "text") return [node.value];
    return "children" in node && node.type !== "link" ? node.children.flatMap(below) : [];
  };
  return below(parsed(markdown)).join("\n");
}

/** What GitHub makes of words: none of these may come out of a value. */
export const WORDS_WITH_MEANING = /@\w|#\d|\bgh-\d|:\w+:|\$.*\$|:\/\/|www\./i;

/** Texts made of what Markdown, HTML and GitHub react to. */
export const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "`", "``", "```", "|", "\\", "\\|", "\n", "\r", "\r\n", " ", "  ", "\t", "    ", "# ", "- ", "1. ", "> ", "---", "===", "~~~",
        "*", "**", "_", "__", "~~", "[", "](", ")", "![", "[x]: ", "[^1]", "<", ">", "</details>", "<!--", "-->", "<code>",
        "</code>", "<img src=x>", "&#96;", "&lt;", "https://evil.example/", "www.evil.example", "mailto:a@b.example", "a@b.example",
        "@somebody", "#1", "GH-1", "org/repo#2", ":tada:", "$x$", "$", "|-|", "\u2028", "\u202e", "\u200b", "\x1b[31m", "\x1b]", "\u{1f600}",
        "(", "'", '"', ".", ":", "!", "{{", "$" + "{{ secrets.X }}", "a", "word", "Procfile",
      ), // biome-ignore format: a list
      fc.string({ maxLength: 4 }),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(""));
