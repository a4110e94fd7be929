import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";

const MODULES = join(import.meta.dirname, "node_modules");

export type Scheme = "light" | "dark";

/** Markdown as a page that looks as GitHub shows it, diagrams included; `title` is the line above it. */
export async function page(markdown: string, { title, scheme }: { title: string; scheme: Scheme }) {
  const css = await readFile(join(MODULES, "github-markdown-css", `github-markdown-${scheme}.css`), "utf8");
  const mermaid = await readFile(join(MODULES, "mermaid", "dist", "mermaid.min.js"), "utf8");
  const theme = scheme === "dark" ? "dark" : "default";
  return `<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<style>${css}${frame(scheme)}</style>
<body>
<div class="frame"><div class="title">${title}</div><article class="markdown-body">${html(markdown)}</article></div>
<script>${mermaid.replaceAll("</script", "<\\/script")}</script>
<script>
mermaid.initialize({ startOnLoad: false, theme: ${JSON.stringify(theme)}, securityLevel: "strict" });
window.drawn = mermaid.run({ querySelector: "pre.mermaid" });
</script>
</body>
</html>`;
}

function html(markdown: string): string {
  const options = { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true };
  return micromark(markdown, options)
    .replace(
      /<pre><code class="language-mermaid">([\s\S]*?)<\/code><\/pre>/g,
      '<pre class="mermaid">$1</pre>',
    )
    .replace(/<pre><code class="language-diff">([\s\S]*?)<\/code><\/pre>/g, (_, diff: string) => {
      return `<pre><code>${diff.split("\n").map(diffLine).join("\n")}</code></pre>`;
    });
}

function diffLine(line: string): string {
  const kind = line.startsWith("+") ? "added" : line.startsWith("-") ? "removed" : undefined;
  return kind === undefined ? line : `<span class="${kind}">${line}</span>`;
}

function frame(scheme: Scheme): string {
  const dark = scheme === "dark";
  return `
body { margin: 0; background: ${dark ? "#0d1117" : "#ffffff"}; }
.frame { margin: 12px; border: 1px solid ${dark ? "#3d444d" : "#d1d9e0"}; border-radius: 6px; overflow: hidden; }
.title { padding: 8px 16px; font: 14px/1.5 "Liberation Sans", sans-serif;
  color: ${dark ? "#9198a1" : "#59636e"}; background: ${dark ? "#151b23" : "#f6f8fa"};
  border-bottom: 1px solid ${dark ? "#3d444d" : "#d1d9e0"}; }
.markdown-body { padding: 16px; font-family: "Liberation Sans", sans-serif; }
.markdown-body pre.mermaid { background: transparent; text-align: center; }
.added { color: ${dark ? "#aff5b4" : "#116329"}; background: ${dark ? "#033a16" : "#dafbe1"}; }
.removed { color: ${dark ? "#ffdcd7" : "#82071e"}; background: ${dark ? "#67060c" : "#ffebe9"}; }
`;
}
