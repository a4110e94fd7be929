import { chmod, chown, mkdir, readdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openGit } from "../../src/git/open-git.ts";
import { commit, folder, git, quietLog, repository } from "../support/repository.ts";
import { opened } from "./opened.ts";
import { trap } from "./trap.ts";

test("a detached head, a tag, a merge and a branch with a hostile name are all commits", async () => {
  const workspace = await folder();
  const first = await repository(workspace);
  await git(workspace, "checkout", "--quiet", "-b", 'a";touch$IFS;`x`#');
  const second = await commit(workspace, { "app.py": "" });
  expect(await (await opened(workspace)).head()).toBe(second);
  await git(workspace, "checkout", "--quiet", "main");
  await git(workspace, "merge", "--quiet", "--no-ff", "-m", "merge", second);
  await git(workspace, "tag", "-a", "-m", "tag", "v1");
  await git(workspace, "checkout", "--quiet", "v1");
  expect(await (await opened(workspace)).head()).toBe(await git(workspace, "rev-parse", "v1^{commit}"));
  await git(workspace, "checkout", "--quiet", first);
  expect(await (await opened(workspace)).head()).toBe(first);
});

test("a linked worktree and a submodule are followed", async () => {
  const main = join(await folder(), "main");
  const head = await repository(main);
  const tree = join(await folder(), "tree");
  await git(main, "worktree", "add", "--quiet", tree);
  const opening = await opened(tree);
  expect(await opening.head()).toBe(head);
  expect(await opening.list(head, ".")).toHaveLength(1);
  await opening.setRemote("heroku", "https://git.heroku.com/an-app.git");
  expect(await git(main, "remote", "get-url", "heroku")).toBe("https://git.heroku.com/an-app.git");

  const outer = join(await folder(), "outer");
  await repository(outer);
  await git(outer, "submodule", "--quiet", "add", `file://${main}`, "inner");
  expect(await (await opened(join(outer, "inner"))).head()).toBe(head);
});

test("a planted .git file leads nowhere", async () => {
  const evil = join(await folder(), "evil");
  await repository(evil);
  for (const target of [join(evil, ".git"), "../missing", "/etc", ""]) {
    const workspace = await folder();
    await writeFile(join(workspace, ".git"), `gitdir: ${target}\n`);
    await expect(opened(workspace)).rejects.toMatchObject({ name: "Failure", code: "REPOSITORY_FOREIGN" });
  }
  const workspace = await folder();
  await symlink(join(evil, ".git"), join(workspace, ".git"));
  await expect(opened(workspace)).rejects.toMatchObject({ code: "REPOSITORY_MISSING" });
});

test("no repository, no commit, a repository by SHA-256, a broken one: each is said, and nothing stays behind", async () => {
  const temp = await folder();
  const options = { temp, githubToken: undefined, serverUrl: "https://github.com", log: quietLog() };
  const empty = await folder();
  await expect(openGit({ ...options, workspace: empty })).rejects.toMatchObject({
    code: "REPOSITORY_MISSING",
  });

  const sha256 = await folder();
  await git(sha256, "init", "--quiet", "--object-format=sha256");
  await expect(openGit({ ...options, workspace: sha256 })).rejects.toMatchObject({
    code: "SHA256_REPOSITORY",
  });

  const broken = await folder();
  await mkdir(join(broken, ".git"));
  await expect(openGit({ ...options, workspace: broken })).rejects.toMatchObject({ code: "GIT_FAILED" });

  const unborn = await folder();
  await git(unborn, "init", "--quiet");
  const opening = await openGit({ ...options, workspace: unborn });
  await expect(opening.head()).rejects.toMatchObject({ code: "COMMIT_MISSING" });
  expect(await readdir(temp)).toHaveLength(1);
  await opening.close();
  expect(await readdir(temp)).toEqual([]);
});

test("a head that only a promisor remote could give runs nothing of it", async () => {
  const { program, caught } = await trap();
  const workspace = await folder();
  await repository(workspace);
  for (const [name, value] of [
    ["protocol.ext.allow", "always"],
    ["core.repositoryFormatVersion", "1"],
    ["extensions.partialClone", "evil"],
    ["remote.evil.promisor", "true"],
    ["remote.evil.url", `ext::${program}`],
  ] as const) {
    await git(workspace, "config", name, value);
  }
  await writeFile(join(workspace, ".git/refs/heads/main"), `${"e".repeat(40)}\n`);
  await expect((await opened(workspace)).head()).rejects.toMatchObject({ code: "COMMIT_MISSING" });
  expect(await caught()).toEqual([]);
  await git(workspace, "rev-parse", "HEAD^{commit}").catch(() => {});
  expect(await caught()).not.toEqual([]);
});

test.runIf(process.getuid?.() === 0)("a workspace of another user is no obstacle", async () => {
  const workspace = await folder();
  const head = await repository(workspace);
  for (const name of [".", ".git", ".git/config", ".git/HEAD"])
    await chown(join(workspace, name), 65534, 65534);
  await chmod(workspace, 0o755);
  await expect(git(workspace, "status")).rejects.toThrow("dubious ownership");
  expect(await (await opened(workspace)).head()).toBe(head);
});

test("after close nothing works any more, and no process is left to fail", async () => {
  const workspace = await folder();
  const head = await repository(workspace);
  const opening = await opened(workspace);
  const [closed, listed] = await Promise.allSettled([opening.close(), opening.list(head, ".")]);
  expect(closed.status).toBe("fulfilled");
  expect(listed).toMatchObject({ status: "rejected", reason: { code: "GIT_FAILED" } });
  await expect(opening.head()).rejects.toMatchObject({ code: "GIT_FAILED" });
});
