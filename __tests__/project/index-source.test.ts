import { expect, test } from "vitest";
import { indexSource } from "../../src/project/index-source.ts";

test.for([
  ["nothing set", {}, "https://pypi.org/simple/"],
  ["an index", { PIP_INDEX_URL: "https://example.com/pypi/simple" }, "https://example.com/pypi/simple/"],
  ["an empty one", { PIP_INDEX_URL: "" }, "https://pypi.org/simple/"],
  ["no index", { PIP_NO_INDEX: "1" }, undefined],
  ["no index, by another word", { PIP_NO_INDEX: "True" }, undefined],
  ["an index after all", { PIP_NO_INDEX: "0" }, "https://pypi.org/simple/"],
  ["a second index", { PIP_EXTRA_INDEX_URL: "https://example.com/simple" }, undefined],
  ["what is no URL", { PIP_INDEX_URL: "//secret" }, undefined],
  ["another protocol", { PIP_INDEX_URL: "file:///simple" }, undefined],
  ["a name that cannot be decoded", { PIP_INDEX_URL: "https://%ff@example.com/" }, undefined],
] as const)("%s", ([, env, expected]) => {
  expect(indexSource(env)?.url.href).toBe(expected);
});

test.for([
  ["nothing set", {}, true],
  ["PyPI by its name", { PIP_INDEX_URL: "https://pypi.org/simple" }, true],
  ["a mirror", { PIP_INDEX_URL: "https://example.com/simple" }, false],
  ["another index of the same host", { PIP_INDEX_URL: "https://pypi.org/other/simple" }, false],
] as const)("whether it is PyPI: %s", ([, env, expected]) => {
  expect(indexSource(env)?.isPublic).toBe(expected);
});

test("a config var may name a second index", () => {
  expect(indexSource({}, { PIP_EXTRA_INDEX_URL: "https://example.com/simple" })).toBeUndefined();
});

test("credentials leave the address and go into a header", () => {
  const source = indexSource({ PIP_INDEX_URL: "https://me:s%2Fecret@example.com/simple/" });
  expect(source?.url.href).toBe("https://example.com/simple/");
  expect(source?.authorization).toBe(`Basic ${btoa("me:s/ecret")}`);
  expect(indexSource({})?.authorization).toBeUndefined();
});
