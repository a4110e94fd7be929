import { test } from "vitest";
import { pythonSyntax } from "../../src/checks/python-syntax.ts";
import type { SyntaxVerdict } from "../../src/project/syntax.ts";
import { expectFindings, type Row } from "./findings.ts";

const APP = { Procfile: "web: gunicorn app:app\n", "requirements.txt": "flask\n" };
const PYTHON_2: SyntaxVerdict = { kind: "refused", line: 3, isPython2: true };
const BROKEN: SyntaxVerdict = { kind: "refused", line: 1, isPython2: false };
const UNKNOWN: SyntaxVerdict = { kind: "unknown", reason: "there is no Python on PATH" };

function row(name: string, syntax: Record<string, SyntaxVerdict>, ...found: Row[2]): Row {
  return [
    name,
    { ...APP, "app.py": "import shop\n", "shop.py": "a b\n", "b.py": "a b\n" },
    found,
    { syntax },
  ];
}

const ROWS: readonly Row[] = [
  row("nothing was refused", {}),
  row("only the bundled parser refuses it", { "shop.py": { kind: "fine" } }),
  row("Python 2", { "shop.py": PYTHON_2 }, ["error shop.py:3", "Python 2 code"]),
  row("a line that does not parse", { "shop.py": BROKEN }, [
    "error shop.py:1",
    "`python3.14 -m py_compile shop.py`",
  ]),
  row("in a file that is perhaps loaded", { "b.py": BROKEN }, ["warning b.py:1", "Where the app imports"]),
  row("no Python to ask", { "shop.py": UNKNOWN }, ["notice shop.py:-", "there is no Python on PATH"]),
  row("for several", { "b.py": UNKNOWN, "shop.py": UNKNOWN }, ["notice b.py:-", "and 1 more"]),
];

test.for(ROWS)("%s", (row) => expectFindings(pythonSyntax, row));
