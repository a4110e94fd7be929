import { chmod, mkdir, symlink, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { expect, test } from "vitest";
import { contains, findGit } from "../../src/git/executable.ts";
import { requireVersion } from "../../src/git/version.ts";
import { folder, repository } from "../support/repository.ts";
import { opened } from "./opened.ts";
import { trap } from "./trap.ts";

test("a git inside the workspace is never run, however PATH leads there", async () => {
  const { program, caught } = await trap();
  const workspace = await folder();
  const outside = await folder();
  for (const name of ["git", "sh", "git-remote-http"]) await symlink(program, join(workspace, name));
  await writeFile(join(workspace, "real"), "#!/bin/sh\n", { mode: 0o755 });
  await symlink(workspace, join(outside, "bin"));
  await mkdir(join(outside, "linked"));
  await symlink(join(workspace, "real"), join(outside, "linked/git"));
  const head = await repository(workspace);

  const PATH = [
    workspace,
    ".",
    "",
    "bin",
    join(outside, "bin"),
    join(outside, "linked"),
    "/missing",
    process.env.PATH,
  ].join(delimiter);
  const opening = await opened(workspace, {}, { PATH });
  expect(await opening.head()).toBe(head);
  expect(await caught()).toEqual([]);

  const { git, path } = await findGit(PATH, workspace);
  expect(contains(workspace, git)).toBe(false);
  expect(path.split(delimiter)).not.toContain(workspace);
  expect(path.split(delimiter)).not.toContain(join(outside, "bin"));
});

test.for(["", "/missing", ".:bin"])("no git on the PATH %j is said", async (path) => {
  const workspace = await folder();
  await expect(findGit(path, workspace)).rejects.toMatchObject({ name: "Failure", code: "GIT_MISSING" });
});

test("a git that cannot be run is no git", async () => {
  const bin = await folder();
  await writeFile(join(bin, "git"), "");
  await chmod(join(bin, "git"), 0o644);
  await mkdir(join(bin, "more/git"), { recursive: true });
  await expect(findGit(`${bin}:${join(bin, "more")}`, await folder())).rejects.toMatchObject({
    code: "GIT_MISSING",
  });
});

test.for([
  ["git version 2.30.9", "version 2.30"],
  ["git version 1.8.3.1", "version 1.8"],
  ["something else", "version 0.0"],
] as const)("%j is too old", async ([answer, said]) => {
  const bin = await folder();
  await writeFile(join(bin, "git"), `#!/bin/sh\necho '${answer}'\n`, { mode: 0o755 });
  const workspace = await folder();
  await repository(workspace);
  await expect(opened(workspace, {}, { PATH: `${bin}:${process.env.PATH}` })).rejects.toMatchObject({
    code: "GIT_TOO_OLD",
    message: expect.stringContaining(said),
  });
});

test.for([
  "git version 2.31.0",
  "git version 2.39.5 (Apple Git-154)",
  "git version 2.51.0.windows.1",
  "git version 3.0.0",
])("%j will do", async (answer) => {
  await requireVersion(async () => ({ code: 0, stdout: Buffer.from(answer) }));
});
