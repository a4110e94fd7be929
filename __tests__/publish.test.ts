import { readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { publish } from "../src/publish.ts";
import { blankReport } from "../src/report/blank.ts";
import { inspect } from "../src/report/inspect.ts";
import type { Log } from "../src/report/log.ts";
import type { Report } from "../src/report/report.ts";
import { project } from "./support/project.ts";
import { deployed, failed } from "./support/reports.ts";
import { folder, git, repository } from "./support/repository.ts";

/** What a report's publication says and gives. */
async function published(report: Report, temp: string) {
  const said: string[] = [];
  const given: Record<string, string> = {};
  const none = () => {};
  const log: Log = {
    ...{ info: none, foreign: none, notice: none, error: none, annotate: none, secret: none },
    group: (_, body) => body(),
    tail: () => [],
    redact: (text) => text,
    warning: (line) => said.push(line),
  };
  let summary = "";
  const path = await publish(report, temp, log, {
    output: (name, value) => Object.assign(given, { [name]: value }),
    summary: async (markdown) => {
      summary = markdown;
    },
  });
  return { path, said, given, summary };
}

/** An app with mechanical fixes in three files, one of which is renamed. */
const APP = {
  procfile: "web: gunicorn app:app\n",
  "runtime.txt": "python-3.13.1\n",
  "requirements.txt": "Flask==3.1.0\nitsdangerous==1.1.0",
  "app.py": "from flask import Flask\napp = Flask(__name__)\n",
};
const INSTALLED = { Flask: "3.1.0", itsdangerous: "2.2.0" };

test.for([".", "back end/app"])(
  "git apply takes the patch file at the root of the repository, app in %j",
  async (appDir) => {
    const workspace = await folder();
    const files = Object.fromEntries(Object.entries(APP).map(([path, text]) => [join(appDir, path), text]));
    await repository(workspace, files);
    const inspection = inspect(project(APP, { appDir, installed: INSTALLED }), { skip: [] });
    const { given } = await published({ ...blankReport("check"), ...inspection, appDir }, await folder());

    await git(workspace, "apply", "--check", "--index", given["patch-file"] ?? "");
    await git(workspace, "apply", "--index", given["patch-file"] ?? "");
    expect(await readFile(join(workspace, appDir, "Procfile"), "utf8")).toBe(APP.procfile);
    const requirements = await readFile(join(workspace, appDir, "requirements.txt"), "utf8");
    expect(requirements).toBe(inspection.correctedRequirements);
    expect(requirements).toContain("itsdangerous==2.2.0");

    const diffs = inspection.findings.flatMap(({ diff }) => diff ?? []);
    expect(diffs.length).toBeGreaterThan(2);
    for (const diff of diffs) {
      await git(workspace, "reset", "--quiet", "--hard");
      await writeFile(join(dirname(given["patch-file"] ?? ""), "one.patch"), diff);
      await git(workspace, "apply", "--index", join(dirname(given["patch-file"] ?? ""), "one.patch"));
    }
  },
);

test("every file, every output, and the summary", async () => {
  const { path, given, summary, said } = await published(failed({ patch: "+x\n" }), await folder());
  expect(given["report-file"]).toBe(path);
  expect(JSON.parse(await readFile(path, "utf8"))).toMatchObject({ result: "failed" });
  const findings = JSON.parse(await readFile(given["sarif-file"] ?? "", "utf8"));
  expect(findings.runs[0].results).toHaveLength(3);
  expect(await readFile(given["patch-file"] ?? "", "utf8")).toBe("+x\n");
  expect(given.result).toBe("failed");
  expect(summary).toContain("## Failed");
  expect(said).toEqual([]);
});

test("no fixes, no patch file; no findings, an empty list; not checked, no list at all", async () => {
  const clean = await published(deployed(), await folder());
  expect(clean.given["patch-file"]).toBe("");
  expect(JSON.parse(await readFile(clean.given["sarif-file"] ?? "", "utf8")).runs[0].results).toEqual([]);
  const { given } = await published(blankReport("destroy"), await folder());
  expect(given["sarif-file"]).toBe("");
});

test("files that cannot be written are a warning, and the outputs are there all the same", async () => {
  const file = join(await folder(), "a file");
  await writeFile(file, "");
  const { path, given, said, summary } = await published(deployed(), file);
  expect(path).toBe("");
  expect(given).toMatchObject({ result: "deployed", "report-file": "", "sarif-file": "" });
  expect(said).toEqual(["The report files could not be written on this runner (ENOTDIR)."]);
  expect(summary).not.toBe("");
});
