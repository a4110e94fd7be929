import { copyFile, mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { commit, folder, git, repository } from "../support/repository.ts";
import { opened } from "./opened.ts";
import { trap } from "./trap.ts";

test("says which files lie in the work tree, and whether git is told to ignore them", async () => {
  const workspace = await folder();
  await repository(workspace, { ".gitignore": "*.cfg\n/web/build/\n", "web/app.py": "" });
  await mkdir(join(workspace, "web/build/deep"), { recursive: true });
  for (const name of ["new.py", "local.cfg", "web/other.py", "web/x.cfg", "web/build/y", ":(top)z", "a\nb"])
    await writeFile(join(workspace, name), "");

  const opening = await opened(workspace);
  const names = [
    "new.py",
    "local.cfg",
    "web/build",
    "web/build/y",
    "web",
    ":(top)z",
    "a\nb",
    "gone.py",
    "web/app.py/x",
  ];
  expect(Object.fromEntries(await opening.onDisk(".", names))).toEqual({
    "new.py": "untracked",
    "local.cfg": "ignored",
    "web/build": "ignored",
    "web/build/y": "ignored",
    web: "untracked",
    ":(top)z": "untracked",
    "a\nb": "untracked",
  });
  expect(Object.fromEntries(await opening.onDisk("web", ["other.py", "x.cfg", "new.py"]))).toEqual({
    "other.py": "untracked",
    "x.cfg": "ignored",
  });
  expect(await opening.onDisk(".", [])).toEqual(new Map());
});

test("no link is followed, and nothing outside of the work tree is looked at", async () => {
  const outside = await folder();
  await writeFile(join(outside, "secret"), "");
  const workspace = await folder();
  await repository(workspace);
  await symlink(outside, join(workspace, "link"));
  await symlink(join(outside, "secret"), join(workspace, "file"));
  const names = ["link/secret", "link", "file", "../secret", join(outside, "secret"), ".git/config", ""];
  expect(await (await opened(workspace)).onDisk(".", names)).toEqual(new Map());
});

test("asking runs no filter, monitor or hook", async () => {
  const { program, caught } = await trap();
  const workspace = await folder();
  await repository(workspace, { ".gitattributes": "* filter=evil\n" });
  await commit(workspace, { "app.py": "" });
  for (const name of ["core.fsmonitor", "filter.evil.clean", "filter.evil.process"])
    await git(workspace, "config", name, program);
  await copyFile(program, join(workspace, ".git/hooks/post-index-change"));
  await writeFile(join(workspace, "new.py"), "");
  const opening = await opened(workspace);
  expect(await opening.onDisk(".", ["new.py"])).toEqual(new Map([["new.py", "untracked"]]));
  expect(await caught()).toEqual([]);

  await git(workspace, "status").catch(() => {});
  expect(await caught()).not.toEqual([]);
});
