import { execFile } from "node:child_process";
import { chmod, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { cloneFolder } from "../../script/clone-folder.ts";
import { gitIn } from "../../script/git.ts";
import { plant } from "../project/virtual-environment.ts";
import { folder, repository } from "../support/repository.ts";

const SCRIPT = join(import.meta.dirname, "../../script/commit-folder.ts");

test("a developer's own configuration, hooks, templates and ignored files play no part", async () => {
  const [place, home] = [await folder(), await folder()];
  await plant(place, { "app.py": "", "notes.txt": "" });
  await plant(home, {
    ".gitconfig": `[commit]\n\tgpgsign = true\n[core]\n\thooksPath = ${home}/hooks\n[init]\n\ttemplateDir = ${home}/template\n[gpg]\n\tprogram = false\n`,
    ".config/git/ignore": "notes.txt\n",
    "hooks/post-checkout": "#!/bin/sh\nexit 1\n",
    "hooks/pre-commit": "#!/bin/sh\nexit 1\n",
    "hooks/prepare-commit-msg": "#!/bin/sh\nexit 1\n",
    "template/info/exclude": "app.py\n",
  });
  for (const hook of ["post-checkout", "pre-commit", "prepare-commit-msg"])
    await chmod(join(home, "hooks", hook), 0o755);
  const program = `const { commitFolder } = await import(${JSON.stringify(SCRIPT)});
const git = await commitFolder(${JSON.stringify(place)}, "First");
process.stdout.write(await git("ls-files"));`;
  const env = { PATH: process.env.PATH, HOME: home, GIT_TEMPLATE_DIR: join(home, "template"), GIT_DIR: home };
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", program], {
    env,
  });
  expect(stdout).toBe("app.py\nnotes.txt\n");
  expect(await readFile(join(place, ".git/HEAD"), "utf8")).toBe("ref: refs/heads/main\n");
});

test.runIf(process.getuid?.() === 0)("the repository of somebody else is cloned too", async () => {
  const [source, place] = [await folder(), await folder()];
  await repository(source, { "app.py": "" });
  await promisify(execFile)("chown", ["-R", "nobody", source]);
  await cloneFolder(source, join(place, "app"));
  expect(await readFile(join(place, "app", "app.py"), "utf8")).toBe("");
});

test("what git cannot do, it says itself", async () => {
  const git = gitIn(await folder());
  await expect(git("clone", "--quiet", "nowhere", "here")).rejects.toThrow(
    "git: fatal: repository 'nowhere' does not exist",
  );
  await expect(git("ls-remote", "file:///nowhere")).rejects.toThrow("git: fatal: '/nowhere' does not");
});
