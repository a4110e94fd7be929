import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findGit } from "../../src/git/executable.ts";
import { commit, folder, git, repository } from "../support/repository.ts";
import { opened } from "./opened.ts";

const MISSING = "f".repeat(40);

test("gives what the commit holds, not what lies in the workspace", async () => {
  const workspace = await folder();
  await repository(workspace, { Procfile: "web: a b\n", "web/app.py": "x = 1\n", "web/ü ö\n.txt": "\r\n\0" });
  await symlink("/etc/passwd", join(workspace, "link"));
  const head = await commit(workspace, {});
  await writeFile(join(workspace, "Procfile"), "changed");
  await writeFile(join(workspace, "untracked"), "secret");
  const opening = await opened(workspace);

  expect(await opening.head()).toBe(head);
  const files = await opening.list(head, ".");
  expect(files.map(({ path, mode, size }) => [path, mode, size])).toEqual([
    ["Procfile", "100644", 9],
    ["link", "120000", 11],
    ["web/app.py", "100644", 6],
    ["web/ü ö\n.txt", "100644", 3],
  ]);
  const contents = await opening.read(files.map(({ oid }) => oid));
  expect(files.map(({ oid }) => contents.get(oid)?.toString())).toEqual([
    "web: a b\n",
    "/etc/passwd",
    "x = 1\n",
    "\r\n\0",
  ]);
  expect((await opening.list(head, "web")).map(({ path }) => path)).toEqual(["app.py", "ü ö\n.txt"]);
});

test("a folder that is there is listed by one process of git", async () => {
  const workspace = await folder();
  const head = await repository(workspace, { Procfile: "", "web/app.py": "" });
  const bin = await folder();
  const verbs = join(bin, "verbs");
  await mkdir(bin, { recursive: true });
  const { git: real } = await findGit(process.env.PATH ?? "", workspace);
  await writeFile(join(bin, "git"), `#!/bin/sh\necho "$1" >> '${verbs}'\nexec '${real}' "$@"\n`, {
    mode: 0o755,
  });
  const opening = await opened(workspace, {}, { ...process.env, PATH: `${bin}:${process.env.PATH}` });

  await writeFile(verbs, "");
  await opening.list(head, ".");
  await opening.list(head, "web");
  expect((await readFile(verbs, "utf8")).trim().split("\n")).toEqual(["ls-tree", "ls-tree"]);
});

test("a submodule is an entry without a size", async () => {
  const workspace = await folder();
  await repository(workspace);
  await git(workspace, "update-index", "--add", "--cacheinfo", `160000,${MISSING},vendored`);
  await git(workspace, "commit", "--quiet", "--message", "A submodule");
  const opening = await opened(workspace);
  expect(await opening.list(await opening.head(), ".")).toContainEqual({
    path: "vendored",
    mode: "160000",
    oid: MISSING,
    size: 0,
  });
});

test("a folder is a folder of the commit, and no other way to write one", async () => {
  const workspace = await folder();
  await mkdir(join(workspace, "empty"));
  await symlink("web", join(workspace, "link"));
  const head = await repository(workspace, { Procfile: "", "web/deep/app.py": "" });
  const opening = await opened(workspace);
  for (const name of [
    ...[
      "missing",
      "Procfile",
      "link",
      "empty",
      "../web",
      "web/../web",
      "./web",
      "..",
      "/etc",
      "/",
      "",
      "web/",
    ],
    ...["web//deep", "web\0", "web\nweb", `web\n${head}^{tree}`, ":(top)web", "w*b", "--output=x"],
  ]) {
    const missing = { name: "Failure", code: "APP_DIR_MISSING" };
    await expect(opening.list(head, name), name).rejects.toMatchObject(missing);
    await expect(opening.prepare(head, name), name).rejects.toMatchObject(missing);
  }
  expect((await opening.list(head, "web/deep")).map(({ path }) => path)).toEqual(["app.py"]);
});

test("a folder's name is taken literally", async () => {
  const names = ["-web", "web*", ":web", "a b", "ü", "--output=x", "HEAD^{tree}"];
  const workspace = await folder();
  const files = names.map((name) => [`${name}/app.py`, ""] as const);
  const head = await repository(workspace, {
    ...Object.fromEntries(files),
    "web/other.py": "",
    "webx/other.py": "",
  });
  const opening = await opened(workspace);
  for (const name of names) {
    expect((await opening.list(head, name)).map(({ path }) => path)).toEqual(["app.py"]);
    expect(await opening.prepare(head, name)).toMatch(/^[0-9a-f]{40}$/);
  }
});

test("a commit that is not there is said to be missing", async () => {
  const workspace = await folder();
  await repository(workspace);
  const opening = await opened(workspace);
  await expect(opening.list(MISSING, ".")).rejects.toMatchObject({ code: "COMMIT_MISSING" });
  await expect(opening.prepare(MISSING, ".")).rejects.toMatchObject({ code: "COMMIT_MISSING" });
  await expect(opening.prepare(MISSING, "web")).rejects.toMatchObject({ code: "COMMIT_MISSING" });
});

test("an empty commit has no app", async () => {
  const workspace = await folder();
  const head = await repository(workspace, {});
  await expect((await opened(workspace)).list(head, ".")).rejects.toMatchObject({ code: "APP_DIR_MISSING" });
});

test("a file that a partial clone left out is said to be missing", async () => {
  const origin = join(await folder(), "origin");
  const workspace = join(await folder(), "workspace");
  await repository(origin, { Procfile: "web: a b\n", "web/app.py": "x = 1\n" });
  await git(origin, "config", "uploadpack.allowFilter", "true");
  await git(origin, "clone", "--quiet", "--no-checkout", "--filter=blob:none", `file://${origin}`, workspace);
  const opening = await opened(workspace);
  const head = await opening.head();
  await expect(opening.list(head, ".")).rejects.toMatchObject({ code: "OBJECTS_MISSING" });
  await expect(opening.prepare(head, ".")).rejects.toMatchObject({ code: "OBJECTS_MISSING" });
  await expect(opening.prepare(head, "web")).rejects.toMatchObject({ code: "OBJECTS_MISSING" });
  await expect(opening.read([MISSING])).rejects.toMatchObject({ code: "OBJECTS_MISSING" });
});

test("what git says of a corrupt object is in the log", async () => {
  const workspace = await folder();
  const head = await repository(workspace, { Procfile: "web: a b\n", "web/app.py": "x = 1\n" });
  const tree = (await git(workspace, "rev-parse", `${head}:web`)).trim();
  const object = join(workspace, ".git/objects", tree.slice(0, 2), tree.slice(2));
  await rm(object);
  await writeFile(object, "garbage");
  const lines: string[] = [];
  const opening = await opened(workspace, { log: { foreign: (line) => lines.push(line) } });
  await expect(opening.list(head, ".")).rejects.toMatchObject({ code: "OBJECTS_MISSING" });
  expect(lines.join("\n")).toContain(tree);
});

test("borrowed objects of the workspace are found", async () => {
  const origin = join(await folder(), "origin");
  const head = await repository(origin);
  const shared = join(await folder(), "shared");
  await git(origin, "clone", "--quiet", "--shared", origin, shared);
  const workspace = join(await folder(), "workspace");
  await git(origin, "clone", "--quiet", "--shared", shared, workspace);
  await writeFile(join(workspace, ".git/objects/info/alternates"), `${shared}/.git/objects\n`);
  expect(await (await opened(workspace)).list(head, ".")).toHaveLength(1);
});

test("10,000 files are listed and read in well under a second and a half", async () => {
  const workspace = await folder();
  await git(workspace, "init", "--quiet", "--initial-branch=main");
  const files = Array.from({ length: 10_000 }, (_, index) => {
    const text = `n = ${index}\n`.repeat(50);
    return `M 100644 inline ${index % 100}/${index}.py\ndata ${text.length}\n${text}\n`;
  });
  const importing = spawn("git", ["fast-import", "--quiet"], { cwd: workspace });
  importing.stdin.end(
    `commit refs/heads/main\ncommitter T <t@example.com> 0 +0000\ndata 0\n${files.join("")}`,
  );
  await once(importing, "close");
  const opening = await opened(workspace);
  const head = await opening.head();

  const start = performance.now();
  const entries = await opening.list(head, ".");
  const contents = await opening.read(entries.map(({ oid }) => oid));
  const ms = performance.now() - start;

  expect([entries.length, contents.size]).toEqual([10_000, 10_000]);
  expect(contents.get(entries[0]?.oid ?? "")?.toString()).toBe("n = 0\n".repeat(50));
  expect(ms).toBeLessThan(1500);
});
