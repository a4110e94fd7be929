import { expect, test } from "vitest";
import { procfileName } from "../../src/checks/procfile-name.ts";
import { project } from "../support/project.ts";
import { edited } from "./edited.ts";
import { expectFindings, type Row } from "./findings.ts";

const WEB = "web: gunicorn app:app";

const ROWS: readonly Row[] = [
  ...[
    "procfile",
    "ProcFile",
    "PROCFILE",
    "Procfile.txt",
    "Procfile.py",
    "Procfile.dev",
    "Procfiles",
    "Proc file",
  ].map(
    (name): Row => [
      `${name} for Procfile`,
      { [name]: WEB },
      [[`error ${name}:-`, `git mv \`${name}\` Procfile`]],
    ],
  ),
  ["the Procfile in a folder", { "backend/Procfile": WEB }, [["error backend/Procfile:-", "`app-dir`"]]],
  ["the nearest of several", { "a/b/Procfile": WEB, "c/Procfile": WEB }, [["error c/Procfile:-", "`c`"]]],
  [
    "one in the root before one in a folder",
    { "a/Procfile": WEB, procfile: WEB },
    [["error procfile:-", "git mv"]],
  ],
  [
    "a name of control characters",
    { "Procfile.\n::error::x\u202e": WEB },
    [["error Procfile.\n::error::x\u202e:-", "`Procfile. ::error::x`"]],
  ],
  ["a Procfile", { Procfile: WEB }, []],
  ["a Procfile beside Procfile.windows", { Procfile: WEB, "Procfile.windows": WEB }, []],
  ["a Procfile beside one in a folder", { Procfile: WEB, "tools/Procfile": WEB }, []],
  ["none at all", { "app.py": "" }, []],
  [
    "modules that have the word in their name",
    { "procfile_parser.py": "", "lib/procfile.py": "" },
    [["error procfile_parser.py:-", ""]],
  ],
  ["a Procfile of a dependency", { "node_modules/x/Procfile": WEB }, []],
  [
    "a link",
    { Procfile: "deploy/Procfile", "deploy/Procfile": WEB },
    [["warning Procfile:-", "symbolic link"]],
    { modes: { Procfile: "120000" } },
  ],
];

test.for(ROWS)("%s", (row) => expectFindings(procfileName, row));

test.for(["procfile", "Procfile.txt", "PROCFILE"])("the edit renames %s", (name) => {
  const after = edited(procfileName, { [name]: WEB });
  expect(after).toEqual({ Procfile: WEB });
  expect(procfileName.find(project(after))).toEqual([]);
});

test.for(["backend/Procfile", "procfile_parser.py"])("%s is left where it is", (name) =>
  expect(edited(procfileName, { [name]: WEB })).toEqual({ [name]: WEB }),
);
