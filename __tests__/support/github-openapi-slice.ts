import { readFile, writeFile } from "node:fs/promises";

/**
 * Makes github-openapi.json, the part of GitHub's published description that the stand-in is checked against:
 *   npm pack @octokit/openapi@23.0.2 && tar xzf octokit-openapi-*.tgz package/generated/api.github.com.json
 *   node __tests__/support/github-openapi-slice.ts package/generated/api.github.com.json
 */
const OPERATIONS = {
  "/repos/{owner}/{repo}/issues/{issue_number}/comments": ["get", "post"],
  "/repos/{owner}/{repo}/issues/comments/{comment_id}": ["patch", "delete"],
  "/repos/{owner}/{repo}/deployments": ["get", "post"],
  "/repos/{owner}/{repo}/deployments/{deployment_id}/statuses": ["get", "post"],
};
const WORDS = /^(?:description|summary|tags|example|examples|externalDocs|operationId|title|x-.*)$/;

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

const [, , source = "api.github.com.json"] = process.argv;
const all: Json = JSON.parse(await readFile(source, "utf8"));
const slice: Json = { openapi: at(all, ["openapi"]), paths: {}, components: {} };
for (const [path, methods] of Object.entries(OPERATIONS)) {
  for (const method of methods) copy(["paths", path, method]);
}
await writeFile(new URL("github-openapi.json", import.meta.url), `${JSON.stringify(slice, null, 1)}\n`);

/** Copies one value into the slice, and everything that it refers to. */
function copy(path: readonly string[]): void {
  let target: Json = slice;
  for (const name of path.slice(0, -1)) target = child(target, name);
  const last = path.at(-1) ?? "";
  if (!isObject(target) || last in target) return;
  const value = wordless(at(all, path), false);
  target[last] = value;
  for (const [, reference = ""] of JSON.stringify(value).matchAll(/"\$ref":"#\/([^"]+)"/g))
    copy(reference.split("/"));
}

/** A value without the words for readers; `named` is true below `properties`, whose names are not keywords. */
function wordless(value: Json, named: boolean): Json {
  if (Array.isArray(value)) return value.map((item) => wordless(item, false));
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([name]) => named || !WORDS.test(name));
  return Object.fromEntries(
    kept.map(([name, item]) => [name, wordless(item, !named && name === "properties")]),
  );
}

function at(value: Json, path: readonly string[]): Json {
  return path.reduce<Json>((here, name) => (isObject(here) ? (here[name] ?? null) : null), value);
}

function child(parent: Json, name: string): Json {
  if (!isObject(parent)) return null;
  parent[name] ??= {};
  return parent[name];
}

function isObject(value: Json): value is { [name: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
