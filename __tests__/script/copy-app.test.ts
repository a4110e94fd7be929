import { execFile } from "node:child_process";
import { chmod, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { copyApp } from "../../script/agreement/copy-app.ts";
import { readExpectation } from "../../script/agreement/expectation.ts";
import { plant } from "../project/virtual-environment.ts";
import { commit, folder, git, repository } from "../support/repository.ts";

const EXPECTED = '{"about": "An app.", "findings": [], "outcome": [{"result": "rehearsed"}]}';
const OWN = '{"agreement": "The tenant pays."}';

async function copied(source: string): Promise<string> {
  const workspace = join(await folder(), "app");
  await copyApp(source, workspace, await readExpectation(source));
  return workspace;
}

/** Paths of the last commit, as git quotes them. */
async function committed(workspace: string): Promise<string[]> {
  return (await git(workspace, "ls-tree", "-r", "--name-only", "HEAD")).split("\n");
}

test("a folder becomes one commit of its files, without what is expected of it", async () => {
  const place = await folder();
  await plant(place, {
    "agreement.json": EXPECTED,
    "app.py": "",
    "lib/.git": "gitdir: /nowhere\n",
    "lib/a.py": "",
  });
  await symlink("nowhere", join(place, "link"));
  await promisify(execFile)("mkfifo", [join(place, "pipe")]);
  expect(await committed(await copied(place))).toEqual(["app.py", "lib/a.py", "link"]);
});

test("a file of that name with another meaning is the app's", async () => {
  const place = await folder();
  await plant(place, { "agreement.json": OWN, "lease/agreement.json": EXPECTED, "app.py": "" });
  expect(await readExpectation(place)).toBeUndefined();
  expect(await committed(await copied(place))).toEqual(["agreement.json", "app.py", "lease/agreement.json"]);
});

test("a pipe of that name is waited for by nobody", async () => {
  const place = await folder();
  await plant(place, { "app.py": "" });
  await promisify(execFile)("mkfifo", [join(place, "agreement.json")]);
  expect(await committed(await copied(place))).toEqual(["app.py"]);
});

test("names are bytes", async () => {
  const place = await folder();
  await writeFile(Buffer.concat([Buffer.from(`${place}/caf`), Buffer.from([0xe9]), Buffer.from(".txt")]), "");
  expect(await committed(await copied(place))).toEqual(['"caf\\351.txt"']);
});

// Root reads everything.
test.skipIf(process.getuid?.() === 0)("what cannot be read is left out", async () => {
  const place = await folder();
  await plant(place, { "app.py": "", "closed.txt": "", "listed/a.txt": "" });
  await chmod(join(place, "closed.txt"), 0o000);
  await chmod(join(place, "listed"), 0o400);
  expect(await committed(await copied(place))).toEqual(["app.py"]);
  await chmod(join(place, "listed"), 0o700);
});

test("of a repository the last commit counts, whole or shallow", async () => {
  const [origin, shallow] = [join(await folder(), "origin"), join(await folder(), "shallow")];
  await repository(origin, { "app.py": "" });
  const head = await commit(origin, { "more.py": "" });
  await writeFile(join(origin, "later.py"), "");

  const whole = await copied(origin);
  expect(await git(whole, "rev-parse", "HEAD")).toBe(head);

  await git(origin, "clone", "--quiet", "--depth=1", `file://${origin}`, shallow);
  const workspace = await copied(shallow);
  expect(await committed(workspace)).toEqual(["app.py", "more.py"]);
  expect(await git(workspace, "rev-parse", "--is-shallow-repository")).toBe("false");
  expect(await git(workspace, "rev-list", "--all", "--count")).toBe("1");
  expect(await git(workspace, "status", "--short")).toBe("");
  await git(workspace, "fsck", "--connectivity-only", "--no-dangling");
});
