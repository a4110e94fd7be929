import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { launch } from "puppeteer-core";
import { installedBrowser } from "./browser.ts";
import { page, type Scheme } from "./page.ts";
import { seen } from "./situations.ts";

// Draws the comment and the summary of every situation, 800 and 400 px wide, light and dark.
// Usage: npm run pictures -- [--out DIR] [--all]

const ROOT = join(import.meta.dirname, "..", "..");
const WIDTHS = [800, 400];
const SCHEMES: readonly Scheme[] = ["light", "dark"];

const { values: options } = parseArgs({
  options: { out: { type: "string" }, all: { type: "boolean", default: false } },
});
const out = options.out ?? join(ROOT, "docs", "pictures");
await mkdir(out, { recursive: true });

const situations = await seen();
const browser = await launch({ executablePath: await installedBrowser(), args: ["--no-sandbox"] });
try {
  for (const { name, comment, summary } of situations) {
    await draw(`${name}-comment`, comment, "<b>github-actions</b> commented");
    await draw(`${name}-summary`, summary, "deploy summary");
  }
} finally {
  await browser.close();
}

/** The pictures of the docs are 800 px wide; `--all` draws the narrow ones too. */
async function draw(name: string, markdown: string, title: string): Promise<void> {
  for (const width of options.all ? WIDTHS : WIDTHS.slice(0, 1)) {
    for (const scheme of SCHEMES) {
      const tab = await browser.newPage();
      await tab.setViewport({ width, height: 600 });
      await tab.setContent(await page(markdown, { title, scheme }), { waitUntil: "load" });
      await tab.evaluate("window.drawn");
      const suffix = width === WIDTHS[0] ? scheme : `${width}-${scheme}`;
      const path = join(out, `${name}-${suffix}.png`);
      await tab.screenshot({ path: path as `${string}.png`, fullPage: true });
      console.log(path);
      await tab.close();
    }
  }
}
