import { expect, test } from "vitest";
import { procfileWeb } from "../../src/checks/procfile-web.ts";
import { project } from "../support/project.ts";
import { edited } from "./edited.ts";
import { expectFindings, type Row } from "./findings.ts";

function procfile(name: string, text: string | Buffer, ...found: Row[2]): Row {
  return [name, { Procfile: text }, found];
}

const ROWS: readonly Row[] = [
  procfile("a web line", "web: gunicorn app:app\n"),
  procfile("a web line among others", "worker: rq\n\nweb: gunicorn app:app\nrelease: flask db upgrade\n"),
  procfile("a web line without a colon, which Cedar takes", "web gunicorn app:app"),
  procfile("a worker alone", "worker: rq\n", ["error Procfile:-", "only `worker`"]),
  procfile("an empty file", "", ["error Procfile:-", "no `web` line."]),
  procfile("only a comment", "# web: gunicorn app:app\n", ["error Procfile:-", "no `web` line."]),
  procfile("no blank after the colon", "release: x\nweb:gunicorn app:app\n", [
    "error Procfile:2",
    "Put a blank after the colon",
  ]),
  procfile("no blank, and then a good line", "web:gunicorn app:app\nweb: gunicorn app:app\n"),
  procfile("a blank before the colon", "web : gunicorn app:app\n", [
    "error Procfile:1",
    "without a blank before",
  ]),
  procfile("a capital letter", "\nWeb: gunicorn app:app\n", ["error Procfile:2", "`Web`"]),
  procfile("no command", "web:\n", ["error Procfile:1", "names no command"]),
  procfile("a byte order mark", "\uFEFFweb: gunicorn app:app\n", ["error Procfile:1", "byte order mark"]),
  procfile("a byte order mark before a comment", "\uFEFF# processes\nweb: gunicorn app:app\n"),
  procfile("UTF-16", Buffer.from("\uFEFFweb: gunicorn app:app\r\n", "utf16le"), [
    "error Procfile:1",
    "UTF-16",
  ]),
  procfile("another name that begins with web", "website: gunicorn app:app\n", [
    "error Procfile:-",
    "only `website`",
  ]),
  ["no Procfile at all", { procfile: "web:x" }, []],
];

test.for(ROWS)("%s", (row) => expectFindings(procfileWeb, row));

test.for([
  "web:gunicorn app:app\n",
  "web : gunicorn app:app\n",
  "Web: gunicorn app:app\n",
  "WEB:gunicorn app:app",
  "\uFEFFweb: gunicorn app:app\n",
  "\uFEFFweb:gunicorn app:app\n",
])("the edit mends %j", (text) => {
  const after = edited(procfileWeb, { Procfile: text });
  expect(after.Procfile?.toString().trimEnd()).toBe("web: gunicorn app:app");
  expect(procfileWeb.find(project(after))).toEqual([]);
});

test.for(["web:\n", "worker: rq\n", Buffer.from("\uFEFFweb: x\n", "utf16le")])(
  "nothing is edited where the command is not known: %j",
  (text) => expect(edited(procfileWeb, { Procfile: text })).toEqual({ Procfile: text }),
);
