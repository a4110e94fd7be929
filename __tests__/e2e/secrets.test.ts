import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { askHeroku, localHeroku } from "../support/deploying.ts";
import { MODULE_APP } from "../support/flask-apps.ts";
import { obeyed } from "../support/github-runner.ts";
import { watchCommandLines } from "../support/process-watch.ts";

const { heroku, app } = localHeroku();

/** What hostile code on Heroku prints: commands for the runner, and the secrets that it can see. */
const SHOUT = `
import os
print("::set-output name=result::deployed")
print("   ::error file=app.py::made up")
print("##[add-mask]e")
print("some words ##[error]made up")
print("\\r::stop-commands::x")
print("::save-state name=folder::/etc")
print(os.environ.get("DATABASE_URL"))
print(os.environ.get("API_TOKEN"))
`;

const HOSTILE = {
  ...MODULE_APP,
  Procfile: "web: gunicorn app:app\nrelease: python shout.py\n",
  "shout.py": SHOUT,
  "app.py": `import shout\n${MODULE_APP["app.py"]}`,
  "bin/post_compile": "python shout.py\n",
};

test("secrets are in no argument, file or display, and nothing that others print is obeyed", {
  timeout: 120_000,
}, async () => {
  const key = heroku().env.HEROKU_API_KEY ?? "";
  const token = "a-token-that-only-the-app-knows";
  const watch = watchCommandLines(key);
  const hostile = await app("hostile", HOSTILE);
  const before = await readFile(join(hostile.workspace, ".git", "config"), "utf8");
  const { log, postLog, summary, outputs, report, state, exitCode } = await hostile.deploy({
    "config-vars": `API_TOKEN=${token}`,
  });
  expect(exitCode, log).toBe(0);
  expect(await watch.stop()).toEqual([]);

  const vars = await askHeroku<Record<string, string>>(heroku(), "GET", "/apps/hostile/config-vars");
  const url = new URL(vars.DATABASE_URL ?? "");
  // A line that registers a mask is for the runner, which prints nothing of it.
  const shown = `${log}${postLog}`.replace(/^::add-mask::.*$/gm, "");
  const displays = [shown, summary, JSON.stringify([outputs, report, state])].join("\n");
  for (const secret of [
    key,
    token,
    vars.DATABASE_URL,
    url.password,
    Buffer.from(`:${key}`).toString("base64"),
  ]) {
    expect(secret?.length).toBeGreaterThan(8);
    expect(displays).not.toContain(secret);
  }

  const allowed = new Set(["add-mask", "group", "endgroup"]);
  expect(obeyed(log).filter(({ command }) => !allowed.has(command))).toEqual([]);
  expect(obeyed(log).some(({ command, data }) => command === "add-mask" && data === "e")).toBe(false);

  const after = await readFile(join(hostile.workspace, ".git", "config"), "utf8");
  expect(after).not.toContain(key);
  expect(after.replace(/\[remote "heroku"\]\n(\t.*\n)*/, "")).toBe(before);
  const left = await readdir(join(hostile.workspace, ".."), { recursive: true, withFileTypes: true });
  const files = left.filter((entry) => entry.isFile() && !entry.parentPath.startsWith(hostile.workspace));
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) {
    expect(await readFile(join(file.parentPath, file.name), "utf8"), file.name).not.toContain(key);
  }
  expect(files.map((file) => file.name).toSorted()).toEqual([
    "event.json",
    "findings.sarif",
    "output",
    "report.json",
    "state",
    "summary.md",
  ]);
});
