import { expect, test } from "vitest";
import { treeTooLarge } from "../../src/checks/tree-too-large.ts";
import { project } from "../support/project.ts";

const MIB = 1024 * 1024;

/** What is said of a commit with files of these sizes, in MiB. */
function said(sizes: readonly number[]): string[] {
  const files = new Map(
    sizes.map((mib, index) => {
      const path = `data/${index}.bin`;
      return [path, { path, mode: "100644", oid: path, size: mib * MIB }];
    }),
  );
  return treeTooLarge.find({ ...project({}), files }).map(({ level, problem }) => `${level}: ${problem}`);
}

test("an ordinary app", () => expect(said([1, 2, 3])).toEqual([]));
test("just below", () => expect(said([299])).toEqual([]));
test("no file at all", () => expect(said([])).toEqual([]));

test("much, but less than the limit", () => {
  expect(said([100, 250, 1, 40])).toEqual([
    expect.stringMatching(/^warning: .*391 MiB.*`data\/1.bin` \(250 MiB\)/),
  ]);
  expect(said([1023])).toEqual([expect.stringMatching(/^warning/)]);
});

test("more than the limit, in one file or in many", () => {
  expect(said([1024])).toEqual([expect.stringMatching(/^error: .*refuses the push/)]);
  expect(said(Array.from({ length: 1100 }, () => 1))).toEqual([expect.stringMatching(/^error: .*1100 MiB/)]);
});

test("what was taken out of git counts no more", () => expect(said([1024].slice(1))).toEqual([]));
