import { expect, test } from "vitest";
import { parseProcfile } from "../../src/project/procfile.ts";

test.for([
  ["the usual line", "web: gunicorn app:app\n", { web: "gunicorn app:app" }],
  ["no newline at the end", "web: gunicorn app:app", { web: "gunicorn app:app" }],
  ["Windows line ends", "web: gunicorn app:app\r\nworker: rq\r\n", { web: "gunicorn app:app", worker: "rq" }],
  ["no colon, which Cedar accepts", "web gunicorn app:app", { web: "gunicorn app:app" }],
  ["no blank after the colon, which Cedar ignores", "web:gunicorn app:app", {}],
  [
    "a blank before the colon: the colon becomes the command",
    "web : gunicorn app:app",
    { web: ": gunicorn app:app" },
  ],
  ["tabs and blanks around", "  web:\t gunicorn app:app  \t", { web: "gunicorn app:app" }],
  ["a comment", "# web: gunicorn app:app", {}],
  ["an empty command", "web:   \r\nworker:", {}],
  ["upper case is another name", "Web: gunicorn app:app", { Web: "gunicorn app:app" }],
  ["digits, dashes and underscores", "web_2-b: x y", { "web_2-b": "x y" }],
  ["a dot in the name", "web.1: x", {}],
  ["the last of two wins", "web: one\nweb: two", { web: "two" }],
  ["a byte order mark hides the first line", "\uFEFFweb: one\nrelease: two", { release: "two" }],
  ["UTF-16 read as UTF-8 has no lines of ours", "\uFFFD\uFFFDw\0e\0b\0:\0 \0x\0", {}],
  ["a name of 129 characters", `${"a".repeat(129)}: x`, {}],
  ["an empty file", "", {}],
] as const)("%s", ([, text, commands]) => {
  const found = [...parseProcfile(text).processes.values()].map(({ name, command }) => [name, command]);
  expect(Object.fromEntries(found)).toEqual(commands);
});

test("knows the line of each process type, and keeps the text of all lines", () => {
  const { processes, lines } = parseProcfile("# jobs\nworker: rq\n\nweb: gunicorn app:app\n");
  expect([...processes.values()].map(({ name, line }) => [name, line])).toEqual([
    ["worker", 2],
    ["web", 4],
  ]);
  expect(lines).toEqual(["# jobs", "worker: rq", "", "web: gunicorn app:app", ""]);
});

test.for([
  ["blanks", " ".repeat(1_000_000)],
  ["a name", "a".repeat(1_000_000)],
  ["a name and blanks", `web:${" ".repeat(1_000_000)}`],
  ["a command and blanks", `web: x${" ".repeat(1_000_000)}`],
] as const)("one line of a million %s is read at once", ([, text]) => {
  const start = performance.now();
  parseProcfile(text);
  expect(performance.now() - start).toBeLessThan(200);
});
