import fc from "fast-check";
import { launch } from "puppeteer-core";
import { hostileTables } from "../../__tests__/support/hostile-tables.ts";
import { schemaDiagram } from "../../src/report/schema-diagram.ts";
import { timeline } from "../../src/report/timeline.ts";
import { installedBrowser } from "./browser.ts";
import { page } from "./page.ts";

// Reads diagrams of hostile names with Mermaid itself; the tests have only our notion of its grammar.
// Usage: npm --prefix script/pictures ci --ignore-scripts && node script/pictures/prove-diagrams.ts

const diagrams = fc.sample(hostileTables, { numRuns: 500, seed: 20261123 }).flatMap((tables) => {
  const steps = tables.schema.map(({ table }) => {
    return { id: table, title: "", status: "changed", detail: "", ms: 1_000 } as const;
  });
  return [schemaDiagram(tables) ?? "", timeline(steps) ?? ""];
});

const browser = await launch({ executablePath: await installedBrowser(), args: ["--no-sandbox"] });
try {
  const tab = await browser.newPage();
  await tab.setContent(await page("", { title: "", scheme: "light" }), { waitUntil: "load" });
  const kinds = await tab.evaluate(`(async () => {
    const kinds = {};
    for (const text of ${JSON.stringify(diagrams)}) {
      const { diagramType } = await mermaid.parse(text);
      kinds[diagramType] = (kinds[diagramType] ?? 0) + 1;
    }
    return kinds;
  })()`);
  console.log("Mermaid reads them as", kinds);
} finally {
  await browser.close();
}
