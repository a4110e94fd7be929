import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { freezePath, parseFreeze, readFreeze } from "../../src/project/freeze.ts";
import { opened } from "../git/opened.ts";
import { commit, folder, repository } from "../support/repository.ts";

test.for([
  ["a pin", "Flask==3.1.3\n", [["flask", "Flask", "3.1.3"]]],
  ["an arbitrary version", "foo===1.x\n", [["foo", "foo", "1.x"]]],
  [
    "Windows line ends",
    "a==1\r\nb==2\r\n",
    [
      ["a", "a", "1"],
      ["b", "b", "2"],
    ],
  ],
  ["a local build", "torch==2.1.0+cpu\n", [["torch", "torch", "2.1.0+cpu"]]],
  ["a path", "My.Foo @ file:///croot/foo\n", [["my-foo", "My.Foo", ""]]],
  [
    "an editable install without a remote",
    "# Editable Git install with no remote (My_Shop==0.1)\n-e /home/me/shop\n",
    [["my-shop", "My_Shop", "0.1"]],
  ],
  [
    "an editable install by its address",
    "-e git+https://x.example/a.git@0f#egg=shop\n",
    [["shop", "shop", ""]],
  ],
  ["other comments", "# made by hand\n## the following requirements were added by pip freeze:\n", []],
  ["no freeze at all", "SECRET_KEY=hunter2\nroot:x:0:0\n", []],
] as const)("%s", ([, text, expected]) => {
  const found = [...parseFreeze(text)].map(([key, { name, version }]) => [key, name, version]);
  expect(found).toEqual(expected);
});

test.for([
  ["freeze.txt", "freeze.txt"],
  ["out/Freeze.TXT", "out/Freeze.TXT"],
  [".venv/bin/python", undefined],
] as const)("%s", ([path, expected]) => expect(freezePath({ kind: "path", path })).toBe(expected));

test("the workspace comes first, then the commit; nothing else is taken for a freeze", async () => {
  const workspace = await folder();
  await mkdir(workspace, { recursive: true });
  await repository(workspace, { "freeze.txt": "flask==3.1.3\n", "notes.txt": "hello\n" });
  const git = await opened(workspace);
  const id = await git.head();
  const version = async (path: string) =>
    (await readFreeze(path, workspace, id, git)).packages?.get("flask")?.version;

  await writeFile(join(workspace, "freeze.txt"), Buffer.from("\uFEFFFlask==2.2.5\r\n", "utf16le"));
  await commit(workspace, { "more.txt": "" });
  expect(await version("freeze.txt")).toBe("2.2.5");
  expect(await version("./freeze.txt")).toBe("2.2.5");

  const elsewhere = await folder();
  expect((await readFreeze("freeze.txt", elsewhere, id, git)).packages?.get("flask")?.version).toBe("3.1.3");

  await expect(version("gone.txt")).rejects.toMatchObject({ code: "PYTHON_NOT_FOUND" });
  await expect(version("notes.txt")).rejects.toMatchObject({ code: "PYTHON_FAILED" });
});
