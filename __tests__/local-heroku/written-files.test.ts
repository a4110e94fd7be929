import { chmod, mkdir, mkdtemp, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { writtenFiles } from "../../src/local-heroku/dynos/written-files.ts";

const LONG_AGO = new Date("2020-01-01T00:00:00Z");
/** The clock of a file system may be some milliseconds behind. */
const TICK_MS = 20;

/** A dyno's home, when its process began, and whether the file system knows when a file was made. */
async function home(): Promise<{ folder: string; started: number; knowsBirth: boolean }> {
  const folder = await mkdtemp(join(tmpdir(), "written-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await mkdir(join(folder, "instance"));
  for (const name of ["app.py", "start.sh"]) await writeFile(join(folder, name), "");
  await sleep(TICK_MS);
  const started = Date.now();
  await sleep(TICK_MS);
  await chmod(join(folder, "start.sh"), 0o755);
  await writeFile(join(folder, "instance", "app.db"), "SQLite format 3\0and more");
  await writeFile(join(folder, "upload.png"), "short");
  const { birthtimeMs } = await stat(join(folder, "start.sh"));
  return { folder, started, knowsBirth: birthtimeMs > 0 && birthtimeMs < started };
}

test("what was written by the dyno, and what of it is a database", async ({ skip }) => {
  const { folder, started, knowsBirth } = await home();
  skip(!knowsBirth, "this file system does not say when a file was made");
  const { files, databases } = await writtenFiles(folder, started);
  expect(files.sort()).toEqual(["instance/app.db", "upload.png"]);
  expect(databases).toEqual(["instance/app.db"]);
});

test("what was unpacked, with the time of its last change", async ({ skip }) => {
  const { folder, started, knowsBirth } = await home();
  skip(!knowsBirth, "this file system does not say when a file was made");
  await utimes(join(folder, "upload.png"), LONG_AGO, LONG_AGO);
  expect((await writtenFiles(folder, started)).files.sort()).toEqual(["instance/app.db", "upload.png"]);
});

// Root reads everything.
test.skipIf(process.getuid?.() === 0)("what cannot be read hides nothing else", async () => {
  const { folder, started } = await home();
  await writeFile(join(folder, "closed.txt"), "");
  await chmod(join(folder, "closed.txt"), 0o000);
  await mkdir(join(folder, "closed"), { mode: 0o000 });
  const { files, databases } = await writtenFiles(folder, started);
  expect(files.sort()).toEqual(["closed.txt", "instance/app.db", "upload.png"]);
  expect(databases).toEqual(["instance/app.db"]);
});
