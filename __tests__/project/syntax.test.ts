import { access } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findInterpreter } from "../../src/project/interpreter.ts";
import { readProject } from "../../src/project/read.ts";
import { askSyntax, refusedFiles, type SyntaxVerdict } from "../../src/project/syntax.ts";
import { opened } from "../git/opened.ts";
import { project } from "../support/project.ts";
import { folder, repository } from "../support/repository.ts";

const { path: python } = await onPath();

/** The first Python on PATH. */
async function onPath(): Promise<{ readonly path: string }> {
  const found = await findInterpreter({
    python: { kind: "default" },
    path: process.env.PATH ?? "",
    workspace: import.meta.dirname,
    isCommitted: async () => false,
  });
  if ("reason" in found) throw new Error(found.reason);
  return found;
}

async function ask(text: string, heroku = "3.10.0"): Promise<SyntaxVerdict | undefined> {
  const sources = new Map([["a.py", Buffer.from(text)]]);
  return (await askSyntax({ path: python }, sources, heroku, await folder())).get("a.py");
}

test.for([
  ["what the bundled parser refuses and Python takes", "match a, b:\n  case 0, *x:\n    pass\n"],
  ["a byte order mark", "\uFEFFx = 1\n"],
  ["a warning", 'x = "\\d"\nassert (1, "x")\n'],
  ["a form feed", "\fx = 1\n"],
] as const)("%s is fine", async ([, text]) => {
  expect(await ask(text)).toEqual({ kind: "fine" });
});

test.for([
  ["Python 2's print", 'x = 1\nprint "x"\n', 2, true],
  ["Python 2's exec", 'exec "x"\n', 1, true],
  ["Python 2's octal", "\nx = 0755\n", 2, true],
  ["Python 2's except", "try:\n  x\nexcept A, e:\n  pass\n", 3, true],
  ["half a line", "\n\nx = (\n", 3, false],
  ["tabs and blanks", "if x:\n        y\n\tz\n", 3, false],
  ["a return outside a function", "return 1\n", 1, false],
  ["null bytes", "x = 1\0\n", null, false],
] as const)("%s is refused", async ([, text, line, isPython2]) => {
  const found = await ask(text);
  expect(found).toMatchObject({ kind: "refused", isPython2 });
  if (line !== null) expect(found).toMatchObject({ line });
});

test("an interpreter older than Heroku's only knows Python 2", async () => {
  expect(await ask("x = (\n", "3.99.0")).toMatchObject({ kind: "unknown" });
  expect(await ask("try:\n  x\nexcept A, e:\n  pass\n", "3.99.0")).toMatchObject({ kind: "unknown" });
  expect(await ask('print "x"\n', "3.99.0")).toMatchObject({ kind: "refused", isPython2: true });
  expect(await ask("x = 1\n", "3.99.0")).toEqual({ kind: "fine" });
});

test("syntax newer than Heroku's Python is refused by a newer interpreter", async () => {
  expect(await ask("try:\n  x\nexcept* A:\n  pass\n", "3.10.0")).toMatchObject({ kind: "refused" });
});

test("a source that is too deep for Python is unknown, or refused, and ends", async () => {
  expect((await ask(`${"(".repeat(5000)}${")".repeat(5000)}\n`))?.kind).not.toBe("fine");
});

test("without an interpreter the reason is passed on", async () => {
  const asked = await askSyntax({ reason: "none" }, new Map([["a.py", Buffer.of()]]), "3.14.7", "");
  expect([...asked]).toEqual([["a.py", { kind: "unknown", reason: "none" }]]);
});

test("a program that is no Python is unknown", async () => {
  const asked = await askSyntax(
    { path: "/bin/false" },
    new Map([["a.py", Buffer.of()]]),
    "3.14.7",
    await folder(),
  );
  expect(asked.get("a.py")).toMatchObject({ kind: "unknown" });
});

test("the files to ask about are those that may be loaded and are there as text", () => {
  const files = { Procfile: "web: gunicorn app:app\n", "app.py": "import shop\na b\n", "shop.py": "x = 1\n" };
  const { modules, contents } = project(files);
  expect(refusedFiles(modules, contents)).toContain("app.py");
  expect(refusedFiles(modules, contents)).not.toContain("shop.py");
});

test("reading a commit asks Python, and runs none of the commit's code", async () => {
  const workspace = await folder();
  const trap = join(await folder(), "ran");
  const write = `open(${JSON.stringify(trap)}, "w").close()\n`;
  await repository(workspace, {
    Procfile: "web: gunicorn app:app\n",
    "requirements.txt": "flask\n",
    ".python-version": "3.10\n",
    "app.py": `${write}import shop\n`,
    "shop.py": `${write}print "x"\n`,
    "ast.py": write,
    "sitecustomize.py": write,
  });
  const options = {
    appDir: ".",
    python: { kind: "path", path: python },
    run: { workspace },
  } as const;
  const { syntax } = await readProject(await opened(workspace), {
    ...options,
    stack: undefined,
    temp: await folder(),
  });
  expect([...syntax]).toEqual([["shop.py", { kind: "refused", line: 2, isPython2: true }]]);
  await expect(access(trap)).rejects.toThrow();
});
