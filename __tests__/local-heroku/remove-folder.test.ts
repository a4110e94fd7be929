import { chmod, mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { exists } from "../../src/local-heroku/exists.ts";
import { removeFolder } from "../../src/local-heroku/remove-folder.ts";

/** For root no folder is read-only. */
function asAnotherUser(): void {
  if (process.geteuid?.() !== 0) return;
  process.seteuid?.(65534);
  onTestFinished(() => process.seteuid?.(0));
}

test("folders that nobody may write into, or look into, are removed", async () => {
  asAnotherUser();
  const folder = await mkdtemp(join(tmpdir(), "remove-"));
  for (const [name, mode] of [
    ["read-only", 0o500],
    ["closed", 0o000],
  ] as const) {
    const deep = join(folder, name, "deep");
    await mkdir(deep, { recursive: true });
    await writeFile(join(deep, "file"), "");
    await chmod(deep, mode);
    await chmod(join(folder, name), mode);
  }
  await removeFolder(folder);
  expect(await exists(folder)).toBe(false);
});

test("a folder that is not there is no trouble", async () => {
  await removeFolder(join(tmpdir(), "remove-what-never-was"));
});
