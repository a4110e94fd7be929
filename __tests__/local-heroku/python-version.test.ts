import { expect, test } from "vitest";
import { nearest } from "../../src/local-heroku/build/choose-interpreter.ts";
import { requestedVersion } from "../../src/local-heroku/build/python-version.ts";

test.for([
  ["nothing asked", undefined, undefined, { text: "3.14", origin: "default", minor: 14, patch: undefined }],
  [
    "a version file",
    undefined,
    "3.12\n",
    { text: "3.12", origin: ".python-version", minor: 12, patch: undefined },
  ],
  ["a patch", undefined, "3.12.4", { text: "3.12.4", origin: ".python-version", minor: 12, patch: 4 }],
  ["comments", undefined, "# why\n\n3.11\n", { text: "3.11", origin: ".python-version", minor: 11 }],
  ["runtime.txt wins", "python-3.13\n", "3.12", { text: "3.13", origin: "runtime.txt", minor: 13 }],
] as const)("%s", ([, runtime, file, expected]) => {
  expect(requestedVersion(runtime, file)).toMatchObject(expected);
});

test.for([
  ["a prefix in the version file", undefined, "python-3.12", "Invalid Python version in .python-version"],
  ["no prefix in runtime.txt", "3.12", undefined, "Invalid Python version in runtime.txt"],
  ["an empty version file", undefined, "# none\n", "Invalid Python version in .python-version"],
  ["two versions", undefined, "3.12\n3.13\n", "Invalid Python version in .python-version"],
  ["too old", undefined, "3.9", "has reached end-of-life"],
  ["Python 2", "python-2.7.18", undefined, "has reached end-of-life"],
  ["not there yet", undefined, "3.15", "isn't recognised"],
] as const)("%s is refused", ([, runtime, file, words]) => {
  expect(() => requestedVersion(runtime, file)).toThrow(words);
});

test.for([
  ["the same", "3.11", "3.11.7"],
  ["the same patch", "3.13.1", "3.13.1"],
  ["newer before older", "3.12", "3.13.1"],
  ["the nearest", "3.10", "3.11.7"],
] as const)("nearest to %s", ([, file, version]) => {
  const installed = ["3.11.7", "3.13.5", "3.13.1", "3.14.0"].map((one) => ({
    path: one,
    version: one,
    minor: Number(one.split(".")[1]),
    pip: "26.0",
    library: undefined,
  }));
  const chosen = nearest(installed, requestedVersion(undefined, file));
  expect(chosen?.version.split(".").slice(0, 2)).toEqual(version.split(".").slice(0, 2));
  if (file.split(".").length === 3) expect(chosen?.version).toBe(version);
});
