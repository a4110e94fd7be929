import { execFile } from "node:child_process";
import { access, mkdir, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { plant, virtualEnvironment } from "../project/virtual-environment.ts";
import { commit, folder, git, repository } from "../support/repository.ts";

const ROOT = join(import.meta.dirname, "../..");
const run = promisify(execFile);

const FINE = {
  Procfile: "web: gunicorn app:app\n",
  "requirements.txt": "flask==3.1.3\ngunicorn==23.0.0\n",
  ".python-version": "3.13\n",
  "app.py": "from flask import Flask\n\napp = Flask(__name__)\n",
};
const BROKEN = { ...FINE, Procfile: "web: gunicorn missing:app\n" };

// What PIP_NO_INDEX comes to; never on standard output, which may be read by a program.
const NOT_ASKED =
  "script/check: The pins are not compared with the package index: the settings of pip here forbid it, or name more than one.\n";

type Result = { readonly code: unknown; readonly stdout: string; readonly stderr: string };

/** Runs the command as a person does, in a folder. */
async function check(cwd: string, ...args: string[]): Promise<Result> {
  const env = { ...process.env, PIP_NO_INDEX: "1" };
  const result: Promise<Result> = run(join(ROOT, "script/check"), args, { cwd, env }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
  );
  expect((await result).stderr).not.toMatch(/^ {4}at /m);
  return result;
}

async function found(cwd: string, ...args: string[]): Promise<string[]> {
  const { stdout } = await check(cwd, "--json", ...args);
  const { findings }: { findings: { check: string; file: string; line: number }[] } = JSON.parse(stdout);
  return findings.map(({ check, file, line }) => `${file}:${line} ${check}`);
}

async function lying(files: Readonly<Record<string, string>>): Promise<string> {
  const place = await folder();
  await plant(place, files);
  return place;
}

describe("a plain folder", () => {
  test("that is fine", async () => {
    expect(await check(await lying(FINE))).toEqual({ code: 0, stdout: "nothing found\n", stderr: NOT_ASKED });
  });

  test("that is broken, by name", async () => {
    const place = await lying(BROKEN);
    const { code, stdout, stderr } = await check("/", place);
    expect({ code, stderr }).toEqual({ code: 1, stderr: NOT_ASKED });
    expect(stdout).toMatch(
      /^Procfile:1: error web-target\n {2}.*`missing`.*\n {2}.+\n {2}https:.*web-target\.md\n\n1 error\n$/,
    );
  });

  test("as JSON, and nothing else", async () => {
    const { code, stdout, stderr } = await check(await lying(BROKEN), "--json");
    expect({ code, stderr }).toEqual({ code: 1, stderr: NOT_ASKED });
    expect(JSON.parse(stdout)).toEqual({
      findings: [
        {
          check: "web-target",
          level: "error",
          file: "Procfile",
          line: 1,
          problem: expect.any(String),
          fix: expect.any(String),
          page: expect.stringMatching(/web-target\.md$/),
        },
      ],
    });
  });

  test("with a finding turned off", async () => {
    const place = await lying({
      ...BROKEN,
      Procfile: `# heroku-check: ignore web-target\n${BROKEN.Procfile}`,
    });
    expect(await check(place)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^nothing found\n1 finding is turned off/),
    });
  });

  test("with a virtual environment, which is compared when it is named", async () => {
    const place = await lying(FINE);
    await virtualEnvironment(join(place, ".venv"));
    expect(await found(place)).toEqual([]);
    expect(await found(place, "--python", ".venv/bin/python")).toEqual([]);
    expect(await check(place, "--python", "app.py")).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining("`python` input names no file that can be run"),
    });
  });
});

describe("a git repository", () => {
  test("is read at its last commit; --worktree reads the files as they lie", async () => {
    const place = await folder();
    await repository(place, FINE);
    await plant(place, BROKEN);
    expect(await found(place)).toEqual([]);
    expect(await found(place, "--worktree")).toEqual(["Procfile:1 web-target"]);
  });

  test("with the app in a folder of it", async () => {
    const place = await folder();
    await repository(place, {
      "back end/x.md": "",
      ...Object.fromEntries(Object.entries(BROKEN).map(([name, text]) => [`back end/app/${name}`, text])),
    });
    expect(await found(place, "back end/app")).toEqual(["Procfile:1 web-target"]);
    expect(await found(join(place, "back end/app"))).toEqual(["Procfile:1 web-target"]);
  });

  test("that has not committed the folder, or nothing at all", async () => {
    const place = await folder();
    await repository(place, FINE);
    await plant(place, { "new/Procfile": "" });
    expect(await check(place, "new")).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining("`--worktree`"),
    });
    const empty = await folder();
    await git(empty, "init", "--quiet");
    expect(await check(empty, "--json")).toMatchObject({ code: 2, stdout: "" });
  });
});

test.for([
  ["a folder that is not there", ["missing"], "There is no folder of that name."],
  ["a file", ["Procfile"], "There is no folder of that name."],
  ["an unknown option", ["--fix"], "There is no such option"],
  ["two folders", [".", "."], "Give one folder."],
] as const)("could not check: %s", async ([, args, message]) => {
  const { code, stdout, stderr } = await check(await lying(FINE), ...args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(/^(script\/check: .+\n)+$/);
  expect(stderr).toContain(message);
});

describe("a hostile folder", () => {
  test("links out, pipes, huge files and traps", async () => {
    const outside = await lying({ secret: "web: hunter2\n" });
    const place = await lying({ "app.py": "" });
    await symlink(join(outside, "secret"), join(place, "Procfile"));
    await symlink("/proc/self/environ", join(place, ".env"));
    await symlink("..", join(place, "up"));
    await run("mkfifo", [join(place, "runtime.txt")]);
    await writeFile(join(place, "requirements.txt"), "");
    await truncate(join(place, "requirements.txt"), 2 ** 31);
    await mkdir(join(place, "d/".repeat(500)), { recursive: true });
    const start = performance.now();
    const { stdout, stderr } = await check(place);
    expect(performance.now() - start).toBeLessThan(5_000);
    expect(stdout + stderr).not.toMatch(/hunter2|PATH=/);
    expect(stdout).toMatch(/^Procfile: warning procfile-name\n.*symbolic link/m);
  });

  test("nothing of a repository is run", async () => {
    const place = await folder();
    const trap = `#!/bin/sh\ntouch ${place}/SPRUNG\n`;
    const python = `open("${place}/SPRUNG", "w")\n`;
    await repository(place, {
      ...FINE,
      git: trap,
      python3: trap,
      "sitecustomize.py": python,
      "setup.py": python,
    });
    await plant(place, { ".git/hooks/post-checkout": trap, ".git/hooks/fsmonitor-watchman": trap });
    for (const name of ["git", "python3", ".git/hooks/post-checkout", ".git/hooks/fsmonitor-watchman"])
      await run("chmod", ["+x", join(place, name)]);
    await git(place, "config", "core.fsmonitor", ".git/hooks/fsmonitor-watchman");
    expect(await found(place)).toEqual([]);
    expect(await found(place, "--worktree")).toEqual([]);
    await expect(access(join(place, "SPRUNG"))).rejects.toThrow();
  });

  test("a broken repository is one message", async () => {
    const place = await folder();
    await repository(place, FINE);
    await commit(place, { more: "x" });
    await rm(join(place, ".git/objects"), { recursive: true });
    const { code, stdout, stderr } = await check(place);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^(script\/check: .+\n)+$/);
  });
});

test("--patch prints what git apply takes, and nothing else", async () => {
  const { ".python-version": python, ...rest } = FINE;
  const place = await folder();
  await repository(place, { ...rest, "python-version": python });
  const { code, stdout } = await check(place, "--patch");
  expect(code).toBe(1);
  await writeFile(join(place, ".git/fixes"), stdout);
  await git(place, "apply", ".git/fixes");
  expect(await check(place, "--worktree")).toMatchObject({ code: 0, stdout: "nothing found\n" });
});

test("a mistake of the command's own comes with the place where it was made", async () => {
  const program = join(ROOT, "src/check-command.ts");
  const failing = run("node", [program, "."], { env: { PATH: process.env.PATH, TMPDIR: "/nowhere" } });
  await expect(failing).rejects.toMatchObject({
    code: 2,
    stdout: "",
    stderr: expect.stringMatching(
      /^(script\/check: .+\n)*script\/check: at .*check-folder\.ts:\d+.*\n(script\/check: .+\n)*$/,
    ),
  });
});
