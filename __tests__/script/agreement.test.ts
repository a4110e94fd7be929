import { execFile } from "node:child_process";
import { mkdir, readdir, readFile, symlink } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { plant } from "../project/virtual-environment.ts";
import { folder } from "../support/repository.ts";

const ROOT = join(import.meta.dirname, "../..");

type Result = { readonly code: unknown; readonly stdout: string; readonly stderr: string };

function agreement(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Result> {
  const program = join(ROOT, "script/agreement.ts");
  const cached = { NODE_COMPILE_CACHE: join(ROOT, ".cache/compiled") };
  return promisify(execFile)(process.execPath, [program, ...args], {
    env: { ...process.env, ...cached, ...env },
  }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
  );
}

test.for([
  ["no folder", [], "Give the folders"],
  ["a folder that is not there", ["nowhere"], 'no folder "nowhere"'],
  ["a file in a folder that is not there", [ROOT, "--json", "nowhere/rows.json"], 'no folder "nowhere"'],
  ["an unknown option", [ROOT, "--fast"], "no such option"],
  ["no number", [ROOT, "--limit", "soon"], "number of seconds"],
  ["no jobs", [ROOT, "--jobs", "0"], "number from 1 on"],
] as const)("bad use: %s", { timeout: 60_000 }, async ([, args, message]) => {
  const { code, stdout, stderr } = await agreement(args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain(message);
});

test("an expectation that cannot be read is none that is met", { timeout: 60_000 }, async () => {
  const place = await folder();
  await plant(place, { "agreement.json": '{"about": "one thing", "finding": []}', "app.py": "" });
  const { code, stdout } = await agreement([place]);
  expect({ code, stdout }).toEqual({
    code: 1,
    stdout: expect.stringContaining("not as expected: agreement.json"),
  });
});

const FILES = {
  Procfile: "web: gunicorn app:app\n",
  "requirements.txt": "Flask==3.1.3\ngunicorn==27.0.1\n",
};

/** Prints what it likes, and leaves a process behind that nothing leads to: it waits so many seconds for ever. */
function hostile(seconds: string): string {
  return `
import os, sys, time

if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        os.chdir("/")
        os.closerange(0, 100)
        os.execve("/bin/sleep", ["sleep", "${seconds}"], {})
    os._exit(0)
for _ in range(64):
    sys.stdout.buffer.write(os.urandom(1 << 20) + b"\\n::error::stop\\n")
time.sleep(3600)
`;
}

test("apps that hang, fork, print garbage, or are none leave nothing behind", {
  timeout: 120_000,
}, async () => {
  const place = await folder();
  const seconds = String(Math.floor(1e7 * (1 + Math.random())));
  await plant(join(place, "hangs"), { ...FILES, "app.py": hostile(seconds) });
  await plant(join(place, "odd"), { "app.py": "", "inner/.git/HEAD": "" });
  await symlink("/etc/passwd", join(place, "odd/passwd"));
  await symlink("..", join(place, "odd/up"));
  await promisify(execFile)("mkfifo", [join(place, "odd/pipe")]);
  await plant(join(place, "broken"), { ".git": "gitdir: /nowhere\n" });
  await mkdir(join(place, "temp"));

  const apps = ["hangs", "odd", "broken"].map((name) => join(place, name));
  const json = join(place, "rows.json");
  const { code, stdout, stderr } = await agreement([...apps, "--limit=25", "--jobs=3", "--json", json], {
    TMPDIR: join(place, "temp"),
  });
  expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining("[3/3]") });
  expect(stdout).toMatch(/^hangs +no start: web-target +TOO_LONG +no answer/m);
  expect(stdout).toMatch(/^odd +no build: .+ no build: BUILD_FAILED +agree/m);
  expect(stdout).toMatch(/^broken +works +NOT_TRIED +no answer/m);
  expect(JSON.parse(await readFile(json, "utf8"))).toMatchObject({ totals: { agree: 1, "no answer": 2 } });

  expect(await readdir(join(place, "temp"))).toEqual([]);
  const lines = await Promise.all(
    (await readdir("/proc")).map((id) => readFile(`/proc/${id}/cmdline`, "utf8").catch(() => "")),
  );
  expect(lines.filter((line) => line.includes(seconds))).toEqual([]);
});
