import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { NEWER_SYNTAX } from "../../src/checks/data/newer-syntax.ts";
import { pythonSyntax } from "../../src/checks/python-syntax.ts";
import { project } from "../support/project.ts";

const run = promisify(execFile);

/** The first Python that reads it, the text, the line. */
const NEWER: readonly (readonly [since: string, text: string, line: number])[] = [
  ["3.8", "if (n := 1):\n    pass\n", 1],
  ["3.8", "x = [y := 1, y ** 2]\n", 1],
  ["3.8", "def f(a, /, b):\n    pass\n", 1],
  ["3.8", "x = 1\nf = lambda a, /: a\n", 2],
  ["3.10", "x = 1\nmatch x:\n    case 1:\n        pass\n", 2],
  ["3.10", "class A:\n    def f(self):\n        match self:\n            case _:\n                pass\n", 3],
  ["3.11", "try:\n    pass\nexcept* ValueError:\n    pass\n", 1],
  ["3.11", "def f(*args: *T):\n    pass\n", 1],
  ["3.11", "a = {}\nx = a[*b]\n", 2],
  ["3.12", "def first[T](items: list[T]) -> T:\n    pass\n", 1],
  ["3.12", "class Box[T]:\n    pass\n", 1],
  ["3.12", "x = 1\ntype Name = str\n", 2],
  ["3.12", 'd = {}\nx = f"{d["k"]}"\n', 2],
  ["3.12", "x = f'{', '.join(d)}'\n", 1],
  ["3.12", 'x = f"{"\\n".join(d)}"\n', 1],
  ["3.12", "x = f\"{'\\n'.join(d)}\"\n", 1],
  ["3.12", 'x = f"{\n    d\n}"\n', 1],
  ["3.12", 'x = ("a" f"{d}" # it\'s\n f"{d["k"]}")\n', 1],
  ["3.12", 'x = f"""{d["""k"""]}"""\n', 1],
  ["3.13", "class Box[T = int]:\n    pass\n", 1],
  ["3.14", 'name = 1\nx = t"{name}"\n', 2],
];

/** What every Python of Heroku's reads though it looks like the above. */
const OLD: readonly string[] = [
  "match = 1\nmatch(match)\ntype = 2\ntype (match)\nt = type [match]\n",
  "def f(*args, **kwargs):\n    return [*args, *kwargs][1:]\n",
  "x = a[f(*b)]\ny = a[(1, 2)] * 3\nz = a / b\n",
  "x = f\"{d['k']} {d['it']!r:>{10}} \\n\" f'{d[\"k\"]}'\n",
  'x = f"{{}}" "{" f"{a}"\n',
  'x = f"""{\n  d["k"]\n}"""\n',
  "x = rf'\\d{a}\\'{b}'\n",
  "x = f'{a}' \"it's\" f\"{b['k']}\"\n",
  "x = 't' 'x'\nt['x']\nset['x']\n",
  "try:\n    pass\nexcept (*errors, KeyError):\n    pass\n",
  "with (open(a)) as b, open(c) as d:\n    pass\n",
];

test.for(NEWER)("since %s: %j", ([since, text, line]) => {
  const minor = Number(since.slice(2));
  expect(found(text, `3.${minor - 1}`)).toEqual([`error app.py:${line}`]);
  expect(found(text, since)).toEqual([]);
});

test.for(OLD)("old: %j", (text) => expect(found(text, "3.7")).toEqual([]));

test("a real Python reads them from the same version on", async () => {
  const program = `import ast, json, sys
def reads(text):
    try: return bool(ast.parse(text))
    except SyntaxError: return False
texts = json.load(sys.stdin)
print(json.dumps([sys.version_info[1], [reads(text) for text in texts]]))`;
  const child = run("python3", ["-I", "-W", "ignore", "-c", program]);
  child.child.stdin?.end(JSON.stringify([...NEWER.map(([, text]) => text), ...OLD]));
  const [minor, answers]: [number, boolean[]] = JSON.parse((await child).stdout);
  const expected = [...NEWER.map(([since]) => minor >= Number(since.slice(2))), ...OLD.map(() => true)];
  expect(answers).toEqual(expected);
});

test("every row of the table is tried", () => {
  const texts = NEWER.map(([, text]) => text);
  expect(NEWER_SYNTAX.filter(({ hint }) => !texts.some((text) => hint.test(text)))).toEqual([]);
});

test("the first line is named, and the Python that reads all of the file", () => {
  const text = "def f(*args: *T):\n    match args:\n        case _:\n            type X = int\n";
  const [remark] = pythonSyntax.find(app(text, "3.9"));
  expect(remark).toMatchObject({ line: 1, fix: expect.stringContaining("`3.12`") });
});

test("a file that is only perhaps loaded is no error", () => {
  const files = { "app.py": "def f():\n    import other\n", "other.py": 'x = t"{name}"\n' };
  const read = project({ Procfile: "web: gunicorn app:app\n", ".python-version": "3.13\n", ...files });
  expect(pythonSyntax.find(read)).toMatchObject([{ level: "warning", file: "other.py", line: 1 }]);
});

function found(text: string, python: string): string[] {
  return pythonSyntax.find(app(text, python)).map(({ level, file, line }) => `${level} ${file}:${line}`);
}

function app(text: string, python: string) {
  return project({ Procfile: "web: gunicorn app:app\n", ".python-version": `${python}\n`, "app.py": text });
}
