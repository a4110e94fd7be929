import { readFile, writeFile } from "node:fs/promises";

/**
 * Makes github-events.json, payloads of events as GitHub sent them, without their addresses, which are most of them:
 *   npm pack @octokit/webhooks-examples@7.6.1 && tar xzf octokit-webhooks-examples-*.tgz package/api.github.com/index.json
 *   node __tests__/support/github-events-slice.ts package/api.github.com/index.json
 */
const WANTED = {
  push: undefined,
  pull_request: "synchronize",
  workflow_dispatch: undefined,
  merge_group: "checks_requested",
};

type Event = { readonly name: string; readonly examples: readonly { readonly action?: string }[] };

const [, , source = "index.json"] = process.argv;
const events: Event[] = JSON.parse(await readFile(source, "utf8"));
const slice = Object.entries(WANTED).map(([wanted, action]) => {
  const examples = events.find(({ name }) => name === wanted)?.examples ?? [];
  return [wanted, examples.find((example) => example.action === action)];
});
const text = JSON.stringify(
  Object.fromEntries(slice),
  (name, value) => (/^(?:.*_url|url|_links)$/.test(name) ? undefined : value),
  2,
);
await writeFile(new URL("github-events.json", import.meta.url), `${text}\n`);
