import { readdir, readFile } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";
import { checks } from "../src/checks/index.ts";
import { checking, deploying, destroying, rehearsing, undoing } from "../src/steps/index.ts";
import { VERSION } from "../src/version.ts";

const ROOT = resolve(import.meta.dirname, "..");
const SRC = join(ROOT, "src");

type Source = { path: string; text: string; imports: string[] };

const sources: Source[] = await Promise.all(
  (await readdir(SRC, { recursive: true }))
    .filter((path) => path.endsWith(".ts"))
    .map(async (path) => {
      const text = await readFile(join(SRC, path), "utf8");
      return {
        path,
        text,
        imports: [...text.matchAll(/(?:from|import) "([^"]+)"/g)].map(([, name]) => name ?? ""),
      };
    }),
);

/** Where an import leads: a path below src, or the package as it is. */
function target(source: Source, name: string): string {
  return name.startsWith(".") ? relative(SRC, resolve(SRC, dirname(source.path), name)) : name;
}

function importersOf(test: (target: string) => boolean): string[] {
  return sources
    .filter((source) => source.imports.some((name) => test(target(source, name))))
    .map(({ path }) => path);
}

function outside(paths: string[], ...allowed: string[]): string[] {
  return paths.filter((path) => !allowed.some((place) => path === place || path.startsWith(place)));
}

test.for([
  ["@actions/core", ["main.ts", "report/log.ts"]],
  ["@actions/exec", ["git/", "project/environment.ts"]],
  ["@actions/github", ["github/"]],
  ["heroku-client", ["heroku/client.ts"]],
] as const)("%s is imported only where it belongs", ([name, places]) => {
  const importers = importersOf((target) => target === name || target.startsWith(`${name}/`));
  expect(importers.length).toBeGreaterThan(0);
  expect(outside(importers, ...places)).toEqual([]);
});

/** What reads from git, from a folder or from an interpreter; the rest of project/ only parses. */
const READERS = [
  ...["ask-index", "blobs", "environment", "freeze", "interpreter", "read", "syntax", "tested-environment"],
  "work-tree",
];

test("the checks, the displays and the parsers are pure", () => {
  const pure = sources.filter(
    ({ path }) =>
      /^(checks|report|project)\//.test(path) &&
      path !== "report/log.ts" &&
      !READERS.includes(basename(path, ".ts")),
  );
  const impure = pure.flatMap(({ path, text, imports }) =>
    [
      ...imports.filter((name) => /^(node:(?!(?:path|buffer)$)|@actions|heroku-client)/.test(name)),
      ...(text.match(
        /\b(process\.(?:env|argv|cwd|platform|std|hrtime|pid)|Date\.now|new Date\(\)|Math\.random|performance\.)/g,
      ) ?? []),
    ].map((what) => `${path}: ${what}`),
  );
  expect(pure.length).toBeGreaterThan(10);
  expect(impure).toEqual([]);
});

test("nothing of the action imports the local Heroku", () => {
  expect(
    outside(
      importersOf((target) => target.startsWith("local-heroku/")),
      "local-heroku/",
    ),
  ).toEqual([]);
});

test("no file starts a process that blocks the others", () => {
  expect(
    sources.filter(({ text }) => /\b(execSync|spawnSync|execFileSync)\b/.test(text)).map(({ path }) => path),
  ).toEqual([]);
});

test("no two files import each other in a circle", () => {
  const edges = new Map(
    sources.map((source) => [
      source.path,
      source.imports.map((name) => target(source, name)).filter((name) => name.endsWith(".ts")),
    ]),
  );
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) {
      circles.push([...trail.slice(trail.indexOf(path)), path].join(" -> "));
      return;
    }
    if (done.has(path)) return;
    for (const next of edges.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of edges.keys()) visit(path, []);
  expect(circles).toEqual([]);
});

test.for(checks.map((check) => [check.id] as const))(
  "the check %s has its file, its test and its page",
  async ([id]) => {
    await expect(readFile(join(SRC, "checks", `${id}.ts`), "utf8")).resolves.toContain(`id: "${id}"`);
    await expect(readFile(join(ROOT, "__tests__", "checks", `${id}.test.ts`), "utf8")).resolves.toMatch(
      /expect\w*\(/,
    );
    await expect(readFile(join(ROOT, "docs", "checks", `${id}.md`), "utf8")).resolves.toContain(`# ${id}`);
  },
);

test.for(
  [...new Set([...checking, ...deploying, ...rehearsing, ...undoing, ...destroying])].map(
    (step) => [step.id] as const,
  ),
)("the step %s has its file, its test and its page", async ([id]) => {
  await expect(readFile(join(SRC, "steps", `${id}.ts`), "utf8")).resolves.toContain(`id: "${id}"`);
  await expect(readFile(join(ROOT, "__tests__", "steps", `${id}.test.ts`), "utf8")).resolves.toMatch(
    /expect\w*\(/,
  );
  await expect(readFile(join(ROOT, "docs", "steps", `${id}.md`), "utf8")).resolves.toContain(`# ${id}`);
});

test("every check that is written is in the list, and every page has its check", async () => {
  const ids = checks.map((check) => check.id).toSorted();
  const written = sources.filter(({ path, text }) => path.startsWith("checks/") && /: Check = \{/.test(text));
  expect(written.map(({ path }) => basename(path, ".ts")).toSorted()).toEqual(ids);
  const pages = (await readdir(join(ROOT, "docs", "checks"))).map((name) => basename(name, ".md"));
  expect(pages.toSorted()).toEqual(ids);
});

test("every error code is explained, and every page that is named exists", async () => {
  const troubleshooting = await readFile(join(ROOT, "docs", "troubleshooting.md"), "utf8");
  const explained = new Set([...troubleshooting.matchAll(/^###? ([A-Z_]+)$/gm)].map(([, code]) => code));
  const codes = sources.flatMap(({ text }) =>
    [...text.matchAll(/(?:new Failure\(\s*|code: )"([A-Z_]+)"/g)].map(([, code]) => code ?? ""),
  );
  expect(codes.length).toBeGreaterThan(20);
  // One that is put together is found by no search.
  expect(sources.filter(({ text }) => /new Failure\(\s*`/.test(text)).map(({ path }) => path)).toEqual([]);
  expect([...new Set(codes)].filter((code) => !explained.has(code))).toEqual([]);

  const pages = sources.flatMap(({ text }) =>
    [...text.matchAll(/(?:page: |PAGE = )"([^"#]+)/g)].map(([, page]) => page ?? ""),
  );
  const missing = await Promise.all(
    [...new Set(pages)].map(async (page) =>
      (await readFile(join(ROOT, "docs", page)).catch(() => null)) ? [] : [page],
    ),
  );
  expect(missing.flat()).toEqual([]);
});

test("the version that findings are signed with is the package's", async () => {
  const { version } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8"));
  expect(VERSION).toBe(version);
});

test("every exported function says what it does", () => {
  const silent = sources.flatMap(({ path, text }) =>
    text
      .split("\n")
      .flatMap((line, index, lines) =>
        /^export (?:async )?function\b/.test(line) && !lines[index - 1]?.endsWith("*/")
          ? [`${path}: ${line}`]
          : [],
      ),
  );
  expect(silent).toEqual([]);
});

test("no file name is a drawer for strangers", () => {
  expect(
    sources
      .filter(({ path }) => /(^|\/)(utils?|helpers?|misc|common)\.ts$/.test(path))
      .map(({ path }) => path),
  ).toEqual([]);
});
