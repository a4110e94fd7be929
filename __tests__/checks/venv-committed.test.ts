import { test } from "vitest";
import { venvCommitted } from "../../src/checks/venv-committed.ts";
import { expectFindings, type Row } from "./findings.ts";

const ROWS: readonly Row[] = [
  [
    ".venv",
    { ".venv/pyvenv.cfg": "", ".venv/bin/python": "" },
    [["error .venv/pyvenv.cfg:-", "The build stops"]],
  ],
  ["venv", { "venv/pyvenv.cfg": "" }, [["error venv/pyvenv.cfg:-", "git rm -r --cached `venv`"]]],
  ["another name", { "env/pyvenv.cfg": "" }, [["warning env/pyvenv.cfg:-", "`env/`"]]],
  ["deeper down", { "web/venv/pyvenv.cfg": "" }, [["warning web/venv/pyvenv.cfg:-", "`web/venv`"]]],
  [
    "a Python of Heroku's own",
    { ".heroku/python/bin/python": "" },
    [["error .heroku/python/bin/python:-", "stops"]],
  ],
  ["one that .slugignore takes away", { "venv/pyvenv.cfg": "", ".slugignore": "/venv\n" }, []],
  ["a folder that is only called so", { "venv/notes.txt": "", "env/__init__.py": "" }, []],
  ["the same, taken out of git", { ".gitignore": "venv/\n" }, []],
];

test.for(ROWS)("%s", (row) => expectFindings(venvCommitted, row));
