import { expect, test } from "vitest";
import { Cancelled } from "../src/cancel.ts";
import { Failure } from "../src/failure.ts";
import { unstarted } from "../src/unstarted.ts";
import { noticeLog } from "./support/github-scene.ts";

const invalid = new Failure("INPUT_INVALID", "It is wrong.", { fix: "Mend it.", page: "inputs.md" });

test.for([
  ["a cancel while the local Heroku starts", "rehearse", new Cancelled("cancelled"), "rehearse", "cancelled"],
  ["an unusable input", "check", invalid, "check", "failed"],
  ["no mode", "", invalid, "deploy", "failed"],
  ["an unusable mode", "secret\n", invalid, "deploy", "failed"],
] as const)("%s", ([, asked, error, mode, result]) => {
  expect(unstarted(asked, error, noticeLog([]))).toMatchObject({ mode, result });
});
