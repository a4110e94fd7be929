import { execFile } from "node:child_process";
import { chmod, mkdir, symlink, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { workTree } from "../../src/project/work-tree.ts";
import { folder } from "../support/repository.ts";
import { plant } from "./virtual-environment.ts";

const run = promisify(execFile);

async function listed(place: string): Promise<string[]> {
  const entries = await workTree(place).list("", ".");
  return entries.map(({ mode, path, size }) => `${mode} ${path} ${size}`).sort();
}

test("lists files as git would, and links as links", async () => {
  const place = await folder();
  await plant(place, { Procfile: "web: x\n", "shop/app.py": "", "run.sh": "#!/bin/sh\n" });
  await chmod(join(place, "run.sh"), 0o755);
  await symlink("/etc", join(place, "etc"));
  await symlink("nowhere", join(place, "shop/broken"));
  expect(await listed(place)).toEqual([
    "100644 Procfile 7",
    "100644 shop/app.py 0",
    "100755 run.sh 10",
    "120000 etc 4",
    "120000 shop/broken 7",
  ]);
});

test("passes over what is not committed as a rule", async () => {
  const place = await folder();
  await plant(place, {
    "app.py": "",
    ".git/config": "",
    ".venv/x.py": "",
    "web/node_modules/x.py": "",
    "__pycache__/x.pyc": "",
    "myenv/pyvenv.cfg": "",
    "myenv/lib/x.py": "",
    "shop/.venv.py": "",
  });
  expect(await listed(place)).toEqual(["100644 app.py 0", "100644 shop/.venv.py 0"]);
});

test("pipes and devices are not there, and are never waited for", async () => {
  const place = await folder();
  await run("mkfifo", [join(place, "Procfile")]);
  await symlink("/dev/zero", join(place, "zero"));
  const tree = workTree(place);
  expect(await listed(place)).toEqual(["120000 zero 9"]);
  expect((await tree.read(["Procfile", "zero", "gone"])).size).toBe(0);
});

test("reads small regular files alone, and follows no link", async () => {
  const place = await folder();
  await plant(place, { a: "text", empty: "" });
  await writeFile(join(place, "huge"), "");
  await truncate(join(place, "huge"), 2 ** 31);
  await symlink("a", join(place, "link"));
  await mkdir(join(place, "d"));
  const read = await workTree(place).read(["a", "empty", "huge", "link", "d"]);
  expect(Object.fromEntries([...read].map(([path, bytes]) => [path, bytes.toString()]))).toEqual({
    a: "text",
    empty: "",
  });
});

test("many files at once", async () => {
  const place = await folder();
  const names = Array.from({ length: 300 }, (_, index) => `m${index}.py`);
  await plant(place, Object.fromEntries(names.map((name) => [name, name])));
  const read = await workTree(place).read(names);
  expect([...read].map(([path, bytes]) => [path, bytes.toString()])).toEqual(
    names.map((name) => [name, name]),
  );
});
