import { expect, test } from "vitest";
import { dynoEndFailure } from "../../src/steps/dyno-end-failure.ts";
import { patienceOf } from "../../src/steps/dyno-patience.ts";

test.for([
  ["silent", "deploy", "DYNO_SILENT", / for 30 minutes .*__main__/],
  ["silent", "rehearse", "DYNO_SILENT", / for 2 minutes .*__main__/],
  ["expired", "deploy", "DYNO_EXPIRED", / after 60 minutes .*__main__/],
  ["expired", "rehearse", "DYNO_EXPIRED", / after 10 minutes .*__main__/],
  ["unknown", "deploy", "TABLES_UNKNOWN", /without saying/],
  [137, "deploy", "TABLES_UNKNOWN", /without saying/],
  ["never-attached", "deploy", "DYNO_UNREACHABLE", /could not be reached/],
] as const)("%s, in mode %s: %s", ([status, mode, code, words]) => {
  const { message, fix, ...failure } = dynoEndFailure({ status, gone: true }, patienceOf(mode));
  expect(failure).toMatchObject({ code });
  expect(`${message} ${fix}`).toMatch(words);
});
