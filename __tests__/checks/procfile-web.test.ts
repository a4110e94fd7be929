import { test } from "vitest";
import { procfileWeb } from "../../src/checks/procfile-web.ts";
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
