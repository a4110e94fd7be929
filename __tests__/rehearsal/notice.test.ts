import { expect, test } from "vitest";
import { parseExport, parseNotice } from "../../src/rehearsal/notice.ts";

test.for([
  { kind: "difference", about: "python-minor", sentence: "The app asks for Python 3.14." },
  { kind: "end", end: "boot-timeout" },
  { kind: "lost", dyno: "web.1", files: ["a.txt", "app.db"], databases: ["app.db"] },
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
  '{"kind":"end","end":"of-the-world"}',
  '{"kind":"lost","dyno":"web.1","files":[1],"databases":[]}',
  '{"kind":"lost","dyno":"web.1","files":"a","databases":[]}',
  '{"kind":"trouble","code":"X","problem":"Y"}',
])("%s is none", (line) => {
  expect(parseNotice(line)).toBeUndefined();
});

test.for([
  ["export HEROKU_HOST=https://localhost:4000", { name: "HEROKU_HOST", value: "https://localhost:4000" }],
  [
    "export GIT_SSL_CAINFO='/tmp/it'\\''s mine/ca.pem'",
    { name: "GIT_SSL_CAINFO", value: "/tmp/it's mine/ca.pem" },
  ],
  ["export EMPTY=''", { name: "EMPTY", value: "" }],
  ["HEROKU_HOST=https://localhost:4000", undefined],
  ['{"kind":"end","end":"boot-timeout"}', undefined],
] as const)("the variable of %s", ([line, exported]) => {
  expect(parseExport(line)).toEqual(exported);
});
