import { expect, test } from "vitest";
import { glibcOn, readWheelName, readWheelTags } from "../../src/project/wheel.ts";

const ALL = ["3.14", "3.13", "3.12", "3.11", "3.10"];

test.for([
  ["pure, of both Pythons", "six-1.16.0-py2.py3-none-any.whl", ALL, false],
  ["pure", "flask-3.1.3-py3-none-any.whl", ALL, false],
  ["pure, from 3.12 on", "x-1-py312-none-any.whl", ["3.14", "3.13", "3.12"], false],
  ["pure, of Python 2", "x-1-py2-none-any.whl", [], false],
  ["of one CPython", "x-1-cp312-cp312-manylinux_2_17_x86_64.manylinux2014_x86_64.whl", ["3.12"], true],
  ["of CPython 2", "x-1-cp27-cp27mu-manylinux1_x86_64.whl", [], true],
  ["of the stable ABI", "x-1-cp37-abi3-manylinux_2_28_x86_64.whl", ALL, true],
  ["of a stable ABI that is newer", "x-1-cp313-abi3-manylinux2014_x86_64.whl", ["3.14", "3.13"], true],
  ["without an ABI, compiled", "x-1-py3-none-manylinux1_x86_64.whl", ALL, true],
  ["for one CPython, without an ABI", "x-1-cp311-none-any.whl", ["3.11"], false],
  ["without the GIL", "x-1-cp313-cp313t-manylinux_2_17_x86_64.whl", [], true],
  ["for a newer glibc", "x-1-cp312-cp312-manylinux_2_40_x86_64.whl", [], true],
  ["for the glibc that is there", "x-1-cp312-cp312-manylinux_2_39_x86_64.whl", ["3.12"], true],
  ["for musl", "x-1-cp312-cp312-musllinux_1_2_x86_64.whl", [], false],
  ["for ARM", "x-1-cp312-cp312-manylinux_2_17_aarch64.whl", [], false],
  ["for Windows", "x-1-cp312-cp312-win_amd64.whl", [], false],
  ["for macOS", "x-1-cp312-cp312-macosx_11_0_universal2.whl", [], false],
  ["for PyPy", "x-1-pp310-pypy310_pp73-manylinux_2_17_x86_64.whl", [], true],
  ["with a build number", "x-1.0-2-cp312-cp312-manylinux1_x86_64.whl", ["3.12"], true],
] as const)("a wheel %s", ([, file, pythons, compiled]) => {
  const { tags = "" } = readWheelName(file) ?? {};
  expect(readWheelTags(tags, 39)).toEqual({ pythons, compiled });
});

test("what is no wheel", () => {
  expect(readWheelName("flask-3.1.3.tar.gz")).toBeUndefined();
  expect(readWheelName("flask-3.1.3.whl")).toBeUndefined();
});

test.for([
  ["heroku-22", 35],
  ["heroku-24", 39],
  ["heroku-26", 43],
  [undefined, 39],
] as const)("the glibc of %s is 2.%i", ([stack, glibc]) => {
  expect(glibcOn(stack)).toBe(glibc);
});
