import { describe, expect, test } from "vitest";
import { type PythonSource, readPythonSource } from "../../src/project/python-source.ts";

function read(text: string): PythonSource {
  const source = readPythonSource(text);
  if (source === "unreadable") throw new Error(`unreadable: ${text}`);
  return source;
}

test.for([
  [
    "assignments",
    "a = b = 1\nc, (d, *e) = x\n[f] = y\ng: int = 1\nh += 1\ni.j = 1\nk[0] = 1\n",
    "a b c d e f g h",
  ],
  ["imports", "import a.b\nimport c.d as e\nfrom f import g, h as i\nfrom . import j\n", "a e g i j"],
  ["functions and classes", "def a(): x = 1\nasync def b(): pass\nclass C: y = 1\n", "a b C"],
  [
    "blocks",
    "if 1: a = 1\nelif 2: b = 1\nelse: c = 1\nfor d in x: e = 1\nelse: f = 1\nwhile 1: g = 1\nwith x() as (h, i): j = 1\n",
    "a b c d e f g h i j",
  ],
  ["try", "try: a = 1\nexcept E as b: c = 1\nelse: d = 1\nfinally: e = 1\n", "a b c d e"],
  [
    "match",
    "match x:\n  case [a, *b]: c = 1\n  case {'k': d, **e}: pass\n  case F(g) as h: pass\n",
    "a b c d g h",
  ],
  ["walrus", "if (a := 1): pass\nprint([b := 2])\n(c := 3)\n", "a b c"],
  ["global in a function", "def f():\n  global a\n  a = 1\n", "a f"],
  ["a type alias", "type A = int\n", "A"],
  ["an annotation alone gives nothing", "a: int\n", ""],
  [
    "decorators, lambdas and comprehensions give nothing",
    "@a\ndef f(): pass\nx = lambda b: [c for c in b]\n",
    "f x",
  ],
] as const)("names from %s", ([, text, names]) => {
  expect([...read(text).names.keys()].sort()).toEqual(names.split(" ").filter(Boolean).sort());
});

describe("names under main", () => {
  test.for([
    ['if __name__ == "__main__":\n  a = 1\n', true],
    ['if "__main__" == __name__:\n  a = 1\n', true],
    ['if __name__ == "__main__" and x:\n  a = 1\n', true],
    ['if __name__ == "__main__":\n  if x:\n    a = 1\n', true],
    ['if __name__ == "__main__":\n  a = 1\na = 2\n', false],
    ['a = 2\nif __name__ == "__main__":\n  a = 1\n', false],
    ['if __name__ != "__main__":\n  a = 1\n', false],
    ['if __name__ == "__main__":\n  pass\nelse:\n  a = 1\n', false],
    ['if __name__ == "app":\n  a = 1\n', false],
  ] as const)("%s", ([text, main]) => expect(read(text).names.get("a")?.main).toBe(main));
});

describe("parameters of a function", () => {
  test.for([
    ["def f(): pass", { required: 0, most: 0 }],
    ["def f(a, b=1): pass", { required: 1, most: 2 }],
    ["def f(a, /, b, *c): pass", { required: 2, most: Number.POSITIVE_INFINITY }],
    ["def f(*, a=1, **b): pass", { required: 0, most: 0 }],
    ["def f(*, a): pass", { required: Number.POSITIVE_INFINITY, most: 0 }],
    ["async def f(a): pass", { required: 1, most: 1 }],
    ["@x\ndef f(a): pass", undefined],
    ["def f(a): pass\nf = g(f)", undefined],
  ] as const)("%s", ([text, parameters]) =>
    expect(read(text).names.get("f")?.parameters).toEqual(parameters),
  );
});

describe("guards of imports", () => {
  test.for([
    ["import m", "none"],
    ["with x():\n  import m", "none"],
    ["class C:\n  import m", "none"],
    ["try:\n  import m\nfinally:\n  pass", "none"],
    ["try:\n  import m\nexcept KeyError:\n  pass", "none"],
    ["if TYPE_CHECKING:\n  pass\nelse:\n  import m", "none"],
    ["def f():\n  import m", "lazy"],
    ["class C:\n  def f(self):\n    import m", "lazy"],
    ["if DEBUG:\n  import m", "conditional"],
    ["if sys.version_info < (3, 11):\n  import m", "conditional"],
    ["for x in y:\n  import m", "conditional"],
    ["try:\n  x = 1\nexcept Exception:\n  import m", "conditional"],
    ["def f():\n  if DEBUG:\n    import m", "conditional"],
    ["try:\n  import m\nexcept ImportError:\n  m = None", "optional"],
    ["try:\n  import m\nexcept (KeyError, ModuleNotFoundError) as e:\n  pass", "optional"],
    ["try:\n  import m\nexcept Exception:\n  pass", "optional"],
    ["try:\n  import m\nexcept:\n  pass", "optional"],
    ["with contextlib.suppress(ImportError):\n  import m", "optional"],
    ["def f():\n  try:\n    import m\n  except ImportError:\n    pass", "optional"],
    ['if __name__ == "__main__":\n  import m', "main"],
    ['if __name__ == "__main__":\n  def f():\n    import m', "main"],
    ["if TYPE_CHECKING:\n  import m", "typing"],
    ["if typing.TYPE_CHECKING:\n  import m", "typing"],
  ] as const)("%s", ([text, guard]) => {
    const source = read(`${text}\n`);
    expect(source.imports.find(({ module }) => module === "m")?.guard).toBe(guard);
  });
});

test("imports know what they take, from where, and on which line", () => {
  const { imports } = read(
    "import a.b, c as d\nfrom ..e import f, g as h\nfrom . import i\nfrom j import *\n",
  );
  expect(imports).toEqual([
    { module: "a.b", names: [], level: 0, line: 1, guard: "none" },
    { module: "c", names: [], level: 0, line: 1, guard: "none" },
    { module: "e", names: ["f", "g"], level: 2, line: 2, guard: "none" },
    { module: "", names: ["i"], level: 1, line: 3, guard: "none" },
    { module: "j", names: ["*"], level: 0, line: 4, guard: "none" },
  ]);
});

test.for([
  ["from a import *", true],
  ["globals()['a'] = 1", true],
  ["exec(code)", true],
  ["sys.modules[__name__] = x", true],
  ["def __getattr__(name): pass", true],
  ["db.session.exec(query)", false],
  ["def f():\n  pass", false],
  ["a = 1", false],
] as const)("unseen names of %s", ([text, unseen]) => expect(read(text).hasUnseenNames).toBe(unseen));

test.for([
  ["a byte order mark", "\uFEFFa = 1\n"],
  ["a form feed", "\fa = 1\n"],
  ["Windows line ends", "a = 1\r\nb = 2\r\n"],
  ["no newline at the end", "a = 1"],
  ["nothing", ""],
  ["new syntax", "type A[T = int] = list[T]\nmatch x:\n  case 1: pass\nf'{x!r:>{y}} {\"a\"}'\n"],
] as const)("%s is readable", ([, text]) => expect(readPythonSource(text)).not.toBe("unreadable"));

test.for([
  ["Python 2", "print 'x'\n"],
  ["an open bracket", "a = (\n"],
  ["binary", "\0\u0001\ufffd"],
  ["ten thousand brackets", `x = ${"(".repeat(10_000)}${")".repeat(10_000)}\n`],
  ["deep blocks", Array.from({ length: 90 }, (_, depth) => `${" ".repeat(depth)}if x:`).join("\n")],
] as const)("%s is unreadable and no error", ([, text]) => expect(readPythonSource(text)).toBe("unreadable"));
