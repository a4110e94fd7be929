import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { localHeroku } from "../support/deploying.ts";
import { MODULE_APP } from "../support/flask-apps.ts";
import { pythonEnvironment } from "../support/python-environment.ts";

const { app } = localHeroku();

test("requirements.txt is compared with the interpreter that ran the tests", {
  timeout: 120_000,
}, async () => {
  const python = join(await pythonEnvironment(["itsdangerous==2.2.0"]), "python");
  const drifted = await app("drifted", {
    ...MODULE_APP,
    "requirements.txt": "gunicorn\nitsdangerous==1.1.0\n",
  });
  const { outputs, report, log } = await drifted.deploy({ mode: "check", python });
  expect(outputs["error-code"], log).toBe("CHECKS_FAILED");
  const [finding] = report.findings.filter(({ check, line }) => check === "requirements-drift" && line === 2);
  expect(finding).toMatchObject({ file: "requirements.txt" });
  expect(log).toMatch(/^::error .*file=requirements\.txt,line=2/m);
  const { runs } = JSON.parse(await readFile(outputs["sarif-file"] ?? "", "utf8"));
  expect(runs[0].results).toHaveLength(report.findings.length);
  expect(await readFile(outputs["patch-file"] ?? "", "utf8")).toContain("-itsdangerous==1.1.0\n");
});
