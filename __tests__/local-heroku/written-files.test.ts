import { chmod, mkdir, mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { writtenFiles } from "../../src/local-heroku/dynos/written-files.ts";

const STARTED = new Date("2026-01-01T00:00:00Z");
const BEFORE = new Date("2025-12-31T00:00:00Z");

async function home(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "written-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await mkdir(join(folder, "instance"));
  await writeFile(join(folder, "app.py"), "");
  await utimes(join(folder, "app.py"), BEFORE, BEFORE);
  await writeFile(join(folder, "instance", "app.db"), "SQLite format 3\0and more");
  await writeFile(join(folder, "upload.png"), "short");
  return folder;
}

test("what is newer than the dyno, and what of it is a database", async () => {
  const { files, databases } = await writtenFiles(await home(), STARTED.getTime());
  expect(files.sort()).toEqual(["instance/app.db", "upload.png"]);
  expect(databases).toEqual(["instance/app.db"]);
});

// Root reads everything.
test.skipIf(process.getuid?.() === 0)("what cannot be read hides nothing else", async () => {
  const folder = await home();
  await writeFile(join(folder, "closed.txt"), "");
  await chmod(join(folder, "closed.txt"), 0o000);
  await mkdir(join(folder, "closed"), { mode: 0o000 });
  const { files, databases } = await writtenFiles(folder, STARTED.getTime());
  expect(files.sort()).toEqual(["closed.txt", "instance/app.db", "upload.png"]);
  expect(databases).toEqual(["instance/app.db"]);
});
