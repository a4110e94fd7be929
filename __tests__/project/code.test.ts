import { expect, test } from "vitest";
import { isCertain } from "../../src/project/code.ts";
import { type Files, project } from "../support/project.ts";

function marks(app: string, web = "app:app", files: Files = {}) {
  const { code } = project({ Procfile: `web: gunicorn "${web}"\n`, "app.py": app, ...files });
  return code.calls
    .filter(({ name }) => name === "mark")
    .map(({ where, line }) => ({ line, certain: isCertain(code, where), ...where }));
}

test.for([
  ["import level", "mark()\n", true],
  ["a class body", "class A:\n  x = mark()\n", true],
  ["under main", "if __name__ == '__main__':\n  mark()\n", false],
  ["when not main", "if __name__ != '__main__':\n  mark()\n", true],
  ["a condition", "if x:\n  mark()\n", false],
  ["a loop", "for x in y:\n  mark()\n", false],
  ["try with a handler for anything", "try:\n  mark()\nexcept Exception: pass\n", false],
  ["a function", "def f():\n  mark()\n", false],
  ["a function that is called", "def f():\n  mark()\nf()\n", true],
  ["a function that is called under main", "def f():\n  mark()\nif __name__ == '__main__':\n  f()\n", false],
  ["a lambda", "f = lambda: mark()\n", false],
  ["a nested function of one that is called", "def f():\n  def g():\n    mark()\nf()\n", false],
  ["after a return under a condition", "def f():\n  if x:\n    return\n  mark()\nf()\n", false],
  [
    "after a return of a try",
    "def f():\n  try:\n    return 1\n  except OSError: pass\n  mark()\nf()\n",
    false,
  ],
  ["before a return", "def f():\n  mark()\n  return 1\nf()\n", true],
  ["in a return", "def f():\n  return mark()\nf()\n", true],
  ["after a return of another function", "def f():\n  def g():\n    return 1\n  mark()\nf()\n", true],
  ["after a function that returns", "def f():\n  return 1\nmark()\n", true],
  ["after and", "x and mark()\n", false],
  ["before and", "mark() and x\n", true],
  ["after main and", "__name__ == '__main__' and mark()\n", false],
  ["after not main and", "__name__ != '__main__' and mark()\n", true],
  ["after not main, and more", "__name__ != '__main__' and x and mark()\n", false],
  ["after main or", "__name__ == '__main__' or mark()\n", true],
  ["a conditional expression", "mark() if x else 1\n", false],
  ["the else of one", "x = 1 if x else mark()\n", false],
  ["the condition of one", "x = 1 if mark() else 2\n", true],
  ["a decorated function", "@x\ndef f():\n  mark()\nf()\n", false],
] as const)("what surely runs: %s", ([, app, certain]) => {
  expect(marks(app).map((mark) => mark.certain)).toEqual([certain]);
});

test("the factory that gunicorn calls surely runs", () => {
  const factory = "def create_app():\n  mark()\n";
  expect(marks(factory, "app:create_app()")[0]?.certain).toBe(true);
  expect(marks(factory)[0]?.certain).toBe(false);
});

test("a factory is found behind its import", () => {
  const shop = { "shop/__init__.py": "def create_app():\n  mark()\n" };
  const [mark] = marks("from shop import create_app\napp = create_app()\n", "app:app", shop);
  expect(mark).toMatchObject({ file: "shop/__init__.py", certain: true, function: "create_app" });
});

test.for([
  ["with", "with app.app_context():\n  mark()\n", true],
  ["with a factory's", "with create_app().app_context():\n  mark()\n", true],
  ["push", "app.app_context().push()\nmark()\n", true],
  ["push later", "mark()\napp.app_context().push()\n", false],
  ["push in a function", "def f():\n  app.app_context().push()\nmark()\n", false],
  ["another with", "with open(x) as f:\n  mark()\n", false],
  ["after the with", "with app.app_context():\n  pass\nmark()\n", false],
] as const)("the app's context: %s", ([, app, inContext]) => {
  expect(marks(app)[0]?.inContext).toBe(inContext);
});

test("files are loaded surely, perhaps or not", () => {
  const app = "import one\ndef f():\n  import two\napp.config.from_object('three.Config')\n";
  const other = { "one.py": "mark()", "two.py": "mark()", "three.py": "mark()", "models.py": "mark()" };
  const loaded = Object.fromEntries(marks(app, "app:app", other).map(({ file, loaded }) => [file, loaded]));
  expect(loaded).toEqual({
    "one.py": "surely",
    "two.py": "perhaps",
    "three.py": "perhaps",
    "models.py": "no",
  });
});

test("every way to set a value", () => {
  const app = `
app.config["A"] = 1
app.config.update(B=1, C=2)
app.config.from_mapping({"D": 1}, E=2)
app.config.setdefault("F", 1)
app.secret_key = "x"
app.debug = True
class Config:
    G = 1
H: int = 1
os.environ["I"] = "1"
create_engine("sqlite://")
def f():
    J = 1
other["K"] = 1
`;
  const { settings } = project({ Procfile: "web: gunicorn app:app\n", "app.py": app }).code;
  expect(settings.map(({ key, kind, line }) => `${line} ${kind} ${key}`)).toEqual([
    ...["2 app A", "3 app B", "3 app C", "4 app E", "4 app D", "5 app F", "6 app SECRET_KEY", "7 app DEBUG"],
    ...["9 class G", "10 module H", "11 environ I", "12 app create_engine"],
  ]);
});

test("a file that the parser refuses is remembered", () => {
  const files = { Procfile: "web: gunicorn app:app\n", "app.py": "import one\n" };
  expect(project({ ...files, "one.py": "print 'x'\n" }).code.hasUnreadable).toBe(true);
  expect(project({ ...files, "one.py": "print('x')\n" }).code.hasUnreadable).toBe(false);
});
