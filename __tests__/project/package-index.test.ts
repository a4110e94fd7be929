import { expect, test } from "vitest";
import { finalVersions, readIndexPage } from "../../src/project/package-index.ts";

const ALL = ["3.14", "3.13", "3.12", "3.11", "3.10"];
const WHEEL = "greenlet-3.0.3-cp312-cp312-manylinux_2_24_x86_64.manylinux_2_28_x86_64.whl";

function read(key: string, ...files: readonly (string | object)[]) {
  const all = files.map((file) => (typeof file === "string" ? { filename: file } : file));
  return readIndexPage({ files: all, meta: { "api-version": "1.1" } }, key, 39);
}

test("a release is what its files are together", () => {
  const pages = read(
    "greenlet",
    { filename: WHEEL, "requires-python": ">=3.7" },
    { filename: "greenlet-3.0.3-cp312-cp312-win_amd64.whl", "requires-python": ">=3.7" },
    { filename: "greenlet-3.0.3.tar.gz", "requires-python": ">=3.7" },
  );
  expect(pages?.get("3.0.3")).toEqual({
    version: "3.0.3",
    yanked: undefined,
    requiresPython: ">=3.7",
    wheels: ["3.12"],
    sources: ALL,
    compiled: true,
  });
});

test.for([
  [">=3.6,<3.12", ["3.11", "3.10"]],
  [">=3.13", ["3.14", "3.13"]],
  ["!=3.11.*,>=2.7", ["3.14", "3.13", "3.12", "3.10"]],
  ["~=3.12", ["3.14", "3.13", "3.12"]],
  ["", ALL],
  ["three", ALL],
  [null, ALL],
] as const)("a source that requires Python %s", ([requires, pythons]) => {
  expect(read("x", { filename: "x-1.0.tar.gz", "requires-python": requires })?.get("1")?.sources).toEqual(
    pythons,
  );
});

test.for([
  ["flask-login", "Flask-Login-0.4.1.tar.gz", "0.4.1"],
  ["flask-login", "flask_login-0.6.3.tar.gz", "0.6.3"],
  ["zope-interface", "zope.interface-5.0.zip", "5"],
  ["certifi", "certifi-2018.08.24.tar.bz2", "2018.8.24"],
  ["python-dateutil", "python-dateutil-2.8.0rc1.tgz", "2.8rc1"],
] as const)("the version in the file names of %s", ([key, file, version]) => {
  expect([...(read(key, file)?.keys() ?? [])]).toEqual([version]);
});

test("what pip passes over is passed over", () => {
  const files = ["x-1-py3.10.egg", "x-1.win32-py3.10.exe", "other-1.tar.gz", "x-yesterday.tar.gz", {}];
  expect(read("x", ...files)).toEqual(new Map());
});

test.for([
  ["both files, with a reason", ["broken", "broken"], "broken"],
  ["both files, without a reason", [true, true], ""],
  ["one file of two", ["broken", false], undefined],
  ["no file", [false, false], undefined],
] as const)("yanked: %s", ([, [one, other], yanked]) => {
  const files = [
    { filename: "x-1.0.tar.gz", yanked: one },
    { filename: "x-1.0-py3-none-any.whl", yanked: other },
  ];
  expect(read("x", ...files)?.get("1")?.yanked).toBe(yanked);
});

test.for([[null], ["<html>"], [{}], [{ files: {} }]] as const)("%j is no page of a package", ([page]) => {
  expect(readIndexPage(page, "x", 39)).toBeUndefined();
});

test("the final versions are in order, without those that were taken back", () => {
  const releases = read(
    "x",
    "x-1.10.tar.gz",
    "x-1.9.tar.gz",
    "x-2.0b1.tar.gz",
    { filename: "x-1.9.1.tar.gz", yanked: true },
    "x-1.9.post1.tar.gz",
  );
  expect(finalVersions(releases)).toEqual(["1.9", "1.9.post1", "1.10"]);
  expect(finalVersions("unknown")).toEqual([]);
});
