import { expect, test } from "vitest";
import { nearest } from "../../src/local-heroku/build/choose-interpreter.ts";
import type { PackageManager } from "../../src/local-heroku/build/package-manager.ts";
import { requestedVersion, resolvedVersion } from "../../src/local-heroku/build/python-version.ts";
import { versionAdvice } from "../../src/local-heroku/build/version-advice.ts";

type Texts = Readonly<Record<string, string>>;

const lock = (requires: unknown) => JSON.stringify({ _meta: { requires } });

function asked(texts: Texts, manager: PackageManager = "pip", last?: string) {
  return requestedVersion(new Map(Object.entries(texts)), manager, last);
}

test.for<[string, Texts, PackageManager, string | undefined, string, string, string]>([
  ["nothing asked", {}, "pip", undefined, "3.14", "default", "3.14.7"],
  ["nothing asked, but built before", {}, "pip", "3.12", "3.12", "cached", "3.12.14"],
  ["a version file", { ".python-version": "3.12\n" }, "pip", "3.14", "3.12", ".python-version", "3.12.14"],
  ["a patch", { ".python-version": "3.12.4" }, "pip", undefined, "3.12.4", ".python-version", "3.12.4"],
  [
    "comments",
    { ".python-version": "# w\n\n3.11\n" },
    "pip",
    undefined,
    "3.11",
    ".python-version",
    "3.11.16",
  ],
  [
    "runtime.txt wins",
    { "runtime.txt": "python-3.13\n", ".python-version": "3.12" },
    "pip",
    undefined,
    "3.13",
    "runtime.txt",
    "3.13.15",
  ],
  [
    "Pipfile.lock",
    { "Pipfile.lock": lock({ python_version: "3.12" }) },
    "pipenv",
    undefined,
    "3.12",
    "Pipfile.lock",
    "3.12.14",
  ],
  [
    "the full version of Pipfile.lock",
    { "Pipfile.lock": lock({ python_version: "3.12", python_full_version: "3.12.3" }) },
    "pipenv",
    undefined,
    "3.12.3",
    "Pipfile.lock",
    "3.12.3",
  ],
  [
    "a Pipfile.lock without one",
    { "Pipfile.lock": lock({}) },
    "pipenv",
    undefined,
    "3.14",
    "default",
    "3.14.7",
  ],
])("%s", ([, texts, manager, last, text, origin, resolved]) => {
  const request = asked(texts, manager, last);
  expect(request).toMatchObject({ text, origin });
  expect(resolvedVersion(request)).toBe(resolved);
});

test.for<[string, Texts, string]>([
  [
    "a prefix in the version file",
    { ".python-version": "python-3.12" },
    "Invalid Python version in .python-version.",
  ],
  ["a wildcard", { ".python-version": "3.12.x" }, "Invalid Python version in .python-version."],
  ["no prefix in runtime.txt", { "runtime.txt": "3.12" }, "Invalid Python version in runtime.txt."],
  ["an empty version file", { ".python-version": "# none\n" }, "Invalid Python version in .python-version."],
  ["two versions", { ".python-version": "3.12\n3.13\n" }, "Invalid Python version in .python-version."],
  ["UTF-16", { ".python-version": "\ufeff3\u0000" }, "Unable to read .python-version."],
  ["too old", { ".python-version": "3.9" }, "has reached end-of-life"],
  ["Python 2", { "runtime.txt": "python-2.7.18" }, "has reached end-of-life"],
  ["not there yet", { ".python-version": "3.15" }, "isn't recognised"],
  ["Python 4", { ".python-version": "4.0" }, "isn't recognised"],
  ["a Pipfile.lock that is no JSON", { "Pipfile.lock": "{" }, "Can't parse Pipfile.lock."],
  [
    "a range in Pipfile.lock",
    { "Pipfile.lock": lock({ python_version: ">=3.12" }) },
    "Invalid Python version in Pipfile.lock.",
  ],
])("%s is refused", ([, texts, words]) => {
  expect(() => resolvedVersion(asked(texts, "pipenv"))).toThrow(words);
});

test.for<[string, Texts, string[]]>([
  ["nothing asked", {}, ["Warning: No Python version was specified."]],
  ["a major version", { ".python-version": "3.13" }, []],
  ["the newest patch", { ".python-version": "3.13.15" }, []],
  ["an old patch", { ".python-version": "3.13.1" }, ["Warning: A Python patch update is available!"]],
  ["one that ends", { ".python-version": "3.10" }, ["Warning: Support for Python 3.10 is ending soon!"]],
  [
    "runtime.txt with an old patch",
    { "runtime.txt": "python-3.12.1" },
    ["Warning: The runtime.txt file is deprecated.", "Warning: A Python patch update is available!"],
  ],
])("warnings for %s", ([, texts, headings]) => {
  const request = asked(texts);
  const warnings = versionAdvice(request, resolvedVersion(request), "pip");
  expect(warnings.map(([heading]) => heading)).toEqual(headings);
});

test.for<[string, Texts, string]>([
  ["no version", {}, "No Python version was specified."],
  ["runtime.txt", { "runtime.txt": "python-3.13" }, "The runtime.txt file isn't supported when using uv."],
])("uv with %s is refused", ([, texts, words]) => {
  const request = asked(texts, "uv");
  expect(() => versionAdvice(request, resolvedVersion(request), "uv")).toThrow(words);
});

test.for([
  ["the same patch", "3.13.1", "3.13.1"],
  ["the nearest patch", "3.13.15", "3.13.5"],
  ["newer before older", "3.12.14", "3.13.5"],
  ["the next", "3.10.21", "3.11.7"],
] as const)("nearest to %s", ([, wanted, version]) => {
  const installed = ["3.11.7", "3.13.1", "3.13.5", "3.14.0"].map((one) => ({
    path: one,
    version: one,
    minor: Number(one.split(".")[1]),
    pip: "26.0",
    library: undefined,
  }));
  expect(nearest(installed, wanted)?.version).toBe(version);
});
