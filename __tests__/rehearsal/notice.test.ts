import { expect, test } from "vitest";
import { parseNotice } from "../../src/rehearsal/notice.ts";

test.for([
  { kind: "difference", about: "python-minor", sentence: "The app asks for Python 3.14." },
  { kind: "lost", files: ["instance/app.db"] },
  { kind: "trouble", code: "POSTGRES_MISSING", problem: "There is none.", fix: "Install it." },
])("takes $kind", (notice) => {
  expect(parseNotice(JSON.stringify(notice))).toEqual(notice);
});

test.for([
  "export HEROKU_API_KEY=1",
  "{",
  "null",
  "{}",
  '{"kind":"difference","about":"weather","sentence":"It rains."}',
  '{"kind":"difference","about":"python-minor"}',
  '{"kind":"lost","files":[1]}',
  '{"kind":"lost","files":"a"}',
  '{"kind":"trouble","code":"X","problem":"Y"}',
])("%s is none", (line) => {
  expect(parseNotice(line)).toBeUndefined();
});
