import { expect, test } from "vitest";
import { pythonRequest } from "../../src/project/python-request.ts";
import { herokuMarkers, herokuPython } from "../../src/project/python-version.ts";

type Files = { readonly [file: string]: string };

function chosen(files: Files): string {
  return herokuPython(pythonRequest(new Map(Object.entries(files))));
}

const lock = (requires: object) => JSON.stringify({ _meta: { requires } });

test.for([
  ["nothing", {}, "3.14.7"],
  [".python-version", { ".python-version": "3.12\n" }, "3.12.14"],
  [".python-version with a patch", { ".python-version": "3.12.1\r\n" }, "3.12.1"],
  [".python-version with comments", { ".python-version": "# Heroku\n\n3.11\n" }, "3.11.16"],
  ["a .python-version that Heroku refuses", { ".python-version": "python-3.12\n" }, "3.14.7"],
  ["a byte order mark", { ".python-version": "\uFEFF3.12\n" }, "3.14.7"],
  ["a leading zero", { ".python-version": "3.09\n" }, "3.14.7"],
  ["two versions", { ".python-version": "3.12\n3.11\n" }, "3.14.7"],
  ["Python 2", { ".python-version": "2.7\n" }, "3.14.7"],
  ["runtime.txt", { "runtime.txt": "python-3.12.3\n" }, "3.12.3"],
  ["runtime.txt with a comment", { "runtime.txt": "# old\npython-3.12\n" }, "3.12.14"],
  ["runtime.txt wins", { "runtime.txt": "python-3.12", ".python-version": "3.11" }, "3.12.14"],
  ["a refused runtime.txt wins as well", { "runtime.txt": "3.12", ".python-version": "3.11" }, "3.14.7"],
  ["a minor that is not out yet", { ".python-version": "3.15" }, "3.15.0"],
  ["Pipfile.lock", { "Pipfile.lock": lock({ python_version: "3.11" }) }, "3.11.16"],
  ["its full version first", { "Pipfile.lock": lock({ python_full_version: "3.11.2" }) }, "3.11.2"],
  [
    ".python-version wins",
    { "Pipfile.lock": lock({ python_version: "3.11" }), ".python-version": "3.12" },
    "3.12.14",
  ],
  ["a Pipfile.lock that says nothing", { "Pipfile.lock": lock({}) }, "3.14.7"],
  ["a Pipfile.lock that is no JSON", { "Pipfile.lock": "{" }, "3.14.7"],
  [
    "a Pipfile.lock that pip does not read",
    { "Pipfile.lock": lock({ python_version: "3.11" }), "requirements.txt": "" },
    "3.14.7",
  ],
] as const)("%s", ([, files, version]) => {
  expect(chosen(files)).toBe(version);
});

test("python_version is the major and minor", () => {
  expect(herokuMarkers("3.14.7")).toMatchObject({ python_version: "3.14", python_full_version: "3.14.7" });
});
