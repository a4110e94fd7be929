import { test } from "vitest";
import { procfileMissing } from "../../src/checks/procfile-missing.ts";
import { expectFindings, type Row } from "./findings.ts";

const ROWS: readonly Row[] = [
  ["no Procfile", { "app.py": "" }, [["error -:-", "`web: gunicorn app:app`"]]],
  [
    "no Procfile, but a wsgi.py",
    { "wsgi.py": "", "app.py": "" },
    [["error -:-", "`web: gunicorn wsgi:app`"]],
  ],
  ["a folder called Procfile", { "Procfile/web": "" }, [["error -:-", "no Procfile"]]],
  ["a Procfile", { Procfile: "web: gunicorn app:app" }, []],
  ["an empty Procfile, which is for procfile-web to name", { Procfile: "" }, []],
  ["a Procfile under another name, which is for procfile-name", { procfile: "web: x" }, []],
  [
    "a Dockerfile alone, which a buildpack deploy does not look at",
    { Dockerfile: "" },
    [["error -:-", "Procfile"]],
  ],
];

test.for(ROWS)("%s", (row) => expectFindings(procfileMissing, row));
