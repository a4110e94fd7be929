import { expect, test } from "vitest";
import { herokuMarkers, herokuPython } from "../../src/project/python-version.ts";

test.for([
  ["nothing", undefined, undefined, "3.14.7"],
  [".python-version", undefined, "3.12\n", "3.12.14"],
  [".python-version with a patch", undefined, "3.12.1\r\n", "3.12.1"],
  [".python-version with comments", undefined, "# Heroku\n\n3.11\n", "3.11.16"],
  ["a .python-version that Heroku refuses", undefined, "python-3.12\n", "3.14.7"],
  ["two versions", undefined, "3.12\n3.11\n", "3.14.7"],
  ["runtime.txt", "python-3.12.3\n", undefined, "3.12.3"],
  ["runtime.txt and .python-version", "python-3.12", "3.11", "3.12.14"],
  ["a runtime.txt that Heroku refuses", "3.12", "3.11", "3.11.16"],
  ["a major that is not out yet", undefined, "3.15", "3.15.0"],
] as const)("%s", ([, runtimeTxt, pythonVersion, version]) => {
  expect(herokuPython({ runtimeTxt, pythonVersion })).toBe(version);
});

test("python_version is the major and minor", () => {
  expect(herokuMarkers("3.14.7")).toMatchObject({ python_version: "3.14", python_full_version: "3.14.7" });
});
