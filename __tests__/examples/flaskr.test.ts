import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { pythonEnvironment } from "../support/python-environment.ts";

const FLASKR = resolve("examples/flaskr");

test("the example passes its own tests, with the packages that it asks for", {
  timeout: 300_000,
}, async () => {
  const files = ["requirements.txt", "requirements-dev.txt"];
  const texts = await Promise.all(files.map((file) => readFile(join(FLASKR, file), "utf8")));
  const requirements = texts.flatMap((text) => text.split("\n")).filter((line) => /^[A-Za-z]/.test(line));
  expect(requirements.filter((line) => !/^[\w.-]+(\[\w+\])?==[\d.]+$/.test(line))).toEqual([]);

  const bin = await pythonEnvironment(requirements);
  const { stdout } = await promisify(execFile)(
    join(bin, "python"),
    ["-B", "-m", "pytest", "-q", "-p", "no:cacheprovider"],
    { cwd: FLASKR },
  );
  expect(stdout).toMatch(/\b\d+ passed in /);
});
