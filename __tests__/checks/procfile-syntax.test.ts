import { expect, test } from "vitest";
import { procfileSyntax } from "../../src/checks/procfile-syntax.ts";
import { project } from "../support/project.ts";
import { edited } from "./edited.ts";
import { expectFindings, type Row } from "./findings.ts";

const WEB = "web: gunicorn app:app\n";

function procfile(name: string, text: string | Buffer, ...found: Row[2]): Row {
  return [name, { Procfile: text }, found];
}

const SILENT: readonly Row[] = [
  procfile("good lines", `${WEB}worker: rq worker\nrelease: flask db upgrade\n`),
  procfile("Windows line ends", "web: gunicorn app:app\r\n\r\nworker: rq\r\n"),
  procfile("blanks around, and none of the colons", `  ${WEB}worker rq\n`),
  procfile("comments", `# worker:rq\n   # x\n// x\n; x\n${WEB}`),
  procfile("a byte order mark before a comment", `\uFEFF# processes\n${WEB}`),
  procfile("a web line, which is for procfile-web", "web:gunicorn app:app\n"),
  procfile("a web line with a capital, likewise", "Web: gunicorn app:app\n"),
  procfile("a web line with a detached colon, likewise", "web : gunicorn app:app\n"),
  procfile("a marked web line, likewise", `\uFEFF${WEB}`),
  procfile("UTF-16, likewise", Buffer.from(`\uFEFF${WEB}worker:x\n`, "utf16le")),
  ["no Procfile", { procfile: "worker:x" }, []],
];

const MENDED: readonly Row[] = [
  procfile("no blank after a colon", `${WEB}worker:rq worker\n`, [
    "warning Procfile:2",
    "`worker: rq worker`",
  ]),
  procfile("no blank, with Windows line ends", "web: x y\r\nworker:rq\r\n", [
    "warning Procfile:2",
    "no blank",
  ]),
  procfile("a blank before the colon", `${WEB}release : flask db upgrade\n`, [
    "warning Procfile:2",
    "right behind it",
  ]),
  procfile("an equals sign", `${WEB}release = flask db upgrade\n`, ["warning Procfile:2", "`release: flask"]),
  procfile("a release phase with a capital", `Release: flask db upgrade\n${WEB}`, [
    "warning Procfile:1",
    "`Release` is not `release`",
  ]),
  procfile("a byte order mark before another line", `\uFEFFrelease: flask db upgrade\n${WEB}`, [
    "warning Procfile:1",
    "byte order mark",
  ]),
];

const FOUND: readonly Row[] = [
  procfile("two lines of one name", `web: old\nworker: rq\n${WEB}`, [
    "warning Procfile:1",
    "again in line 3",
  ]),
  procfile("a web line that is ignored, and then a good one", `web:old\n${WEB}`, [
    "warning Procfile:1",
    "no blank",
  ]),
  procfile("a capital beside the right name", `Web: old x\n${WEB}`, ["warning Procfile:1", "of its own"]),
  procfile("no command", `${WEB}worker:\n`, ["warning Procfile:2", "has no command"]),
  procfile("a name with a dot", `${WEB}worker.1: rq\n`, ["warning Procfile:2", "letters, digits"]),
  procfile("what is no line of a Procfile", `[web]\n${WEB}`, [
    "warning Procfile:1",
    "as in `worker: python jobs.py`",
  ]),
  procfile("a command over two lines", "web: gunicorn app:app \\\n  --workers 3\n", [
    "warning Procfile:2",
    "on one line",
  ]),
];

test.for([...SILENT, ...MENDED, ...FOUND])("%s", (row) => expectFindings(procfileSyntax, row));

test.for(MENDED)("the edit mends it: %s", ([, files]) => {
  const after = edited(procfileSyntax, files);
  expect(after).not.toEqual(files);
  expect(procfileSyntax.find(project(after))).toEqual([]);
});

test("one line of a million characters is read at once", () => {
  const start = performance.now();
  for (const line of [" ".repeat(1_000_000), "a".repeat(1_000_000), `web:${" ".repeat(1_000_000)}x`])
    procfileSyntax.find(project({ Procfile: `${WEB}${line}\n` }));
  expect(performance.now() - start).toBeLessThan(500);
});
