import { test } from "vitest";
import { gunicornMissing } from "../../src/checks/gunicorn-missing.ts";
import type { Files, ProjectOptions } from "../support/project.ts";
import { expectFindings, type Row } from "./findings.ts";

function lists(
  name: string,
  requirements: string,
  found: Row[2],
  files: Files = {},
  options?: ProjectOptions,
): Row {
  return [
    name,
    { Procfile: "web: gunicorn app:app", "requirements.txt": requirements, ...files },
    found,
    options,
  ];
}

const ROWS: readonly Row[] = [
  lists("gunicorn listed", "flask\nGunicorn==23.0.0\n", []),
  lists("gunicorn in an included file", "-r base.txt\n", [], { "base.txt": "gunicorn\n" }),
  lists("gunicorn with a marker that holds", "gunicorn; sys_platform != 'win32'\n", []),
  lists("a package that brings gunicorn", "mlflow\n", []),
  lists("an extra of that name", "my-server[gunicorn]\n", []),
  lists(
    "a dependency of a listed package",
    "my-server\n",
    [],
    {},
    {
      installed: { "my-server": { requires: ["gunicorn>=20"] }, gunicorn: "23.0.0" },
    },
  ),
  lists("a local package, which may bring it", ".\n", [], { "setup.py": "" }),
  lists("an included file that is missing", "flask\n-r prod.txt\n", []),
  lists("a line that cannot be read", "flask\ngunicorn = 23\n", []),
  lists("not listed", "flask\n", [["error requirements.txt:-", "`gunicorn: command not found`"]]),
  lists(
    "installed, but not listed",
    "flask\n",
    [["error requirements.txt:-", "`gunicorn==23.0.0`"]],
    {},
    {
      installed: { flask: "3.1.3", gunicorn: "23.0.0" },
    },
  ),
  lists("a name that is only alike", "gunicorn-color\n", [
    ["error requirements.txt:-", "not in requirements.txt"],
  ]),
  lists("only a comment", "flask\n# gunicorn\n", [["error requirements.txt:-", "not in requirements.txt"]]),
  lists("for Windows only", "flask\ngunicorn; sys_platform == 'win32'\n", [
    ["error requirements.txt:2", "does not hold"],
  ]),
  lists("only a constraint", "flask\n-c limits.txt\n", [["error limits.txt:1", "installs nothing"]], {
    "limits.txt": "gunicorn<24\n",
  }),
  ["another server", { Procfile: "web: waitress-serve app:app", "requirements.txt": "waitress\n" }, []],
  ["no requirements.txt", { Procfile: "web: gunicorn app:app", "poetry.lock": "" }, []],
  ["no Procfile", { "requirements.txt": "flask\n" }, []],
];

test.for(ROWS)("%s", (row) => expectFindings(gunicornMissing, row));
