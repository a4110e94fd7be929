import { expect, test } from "vitest";
import { paginate } from "../../src/local-heroku/http/range.ts";

const releases = [2, 10, 1, 3].map((version) => ({ version }));

test.for([
  ["no header: ascending", undefined, [1, 2, 3, 10], undefined],
  ["an empty header", "", [1, 2, 3, 10], undefined],
  ["the CLI's releases", "version ..; max=15, order=desc", [10, 3, 2, 1], undefined],
  ["the CLI's config:set", "version ..; order=desc,max=1", [10], "version ]10..; max=1, order=desc"],
  ["after a version", "version ]2..; max=1", [3], "version ]3..; max=1"],
  [
    "after a version, downwards",
    "version ]10..; max=2, order=desc",
    [3, 2],
    "version ]2..; max=2, order=desc",
  ],
  ["from a version on", "version 3..", [3, 10], undefined],
  ["up to a version", "version ..3", [1, 2, 3], undefined],
] as const)("%s", ([, header, versions, next]) => {
  const page = paginate(releases, header, "version");
  expect(page.items.map(({ version }) => version)).toEqual(versions);
  expect(page.next).toBe(next);
});

test.for(["nonsense", "version 1-2", "version ..; max=0"])("%s is not a range", (header) => {
  expect(() => paginate(releases, header, "version")).toThrow(
    expect.objectContaining({ status: 416, id: "requested_range_not_satisfiable" }),
  );
});
