import { once } from "node:events";
import { mkdir, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { runChecks } from "../../src/checks/index.ts";
import type { Project } from "../../src/project/project.ts";
import { type ReadOptions, readProject } from "../../src/project/read.ts";
import { opened } from "../git/opened.ts";
import { commit, folder, git, repository } from "../support/repository.ts";
import { distribution, plant, virtualEnvironment } from "./virtual-environment.ts";

const SECRET = "hunter2-in-the-environment";

async function read(workspace: string, options: Partial<ReadOptions> = {}): Promise<Project> {
  const temp = await folder();
  return readProject(await opened(workspace), {
    appDir: ".",
    python: { kind: "off" },
    stack: undefined,
    run: { workspace },
    temp,
    ...options,
  });
}

test("reads what was committed, not what lies in the work tree", async () => {
  const workspace = await folder();
  const id = await repository(workspace, {
    Procfile: "web: gunicorn 'shop.wsgi:app'\n",
    "requirements.txt": "-r requirements/base.txt\ngunicorn\n",
    "requirements/base.txt": "flask\n",
    ".python-version": "3.12\n",
    "shop/__init__.py": "",
    "shop/wsgi.py": "from .models import db\napp = 1\n",
    "shop/models.py": "import flask\n",
  });
  await plant(workspace, { Procfile: "", "requirements.txt": "", "shop/wsgi.py": "", "new.py": "" });

  const project = await read(workspace);
  expect(project).toMatchObject({ commit: id, appDir: ".", python: "3.12.14" });
  expect(project.files.has("new.py")).toBe(false);
  expect(project.procfile?.processes.get("web")?.command).toBe("gunicorn 'shop.wsgi:app'");
  expect(project.requirements?.entries.map(({ key }) => key)).toEqual(["flask", "gunicorn"]);
  expect(project.modules.webTarget).toEqual({
    ...{ module: "shop.wsgi", attribute: "app", root: "." },
    ...{ file: "Procfile", line: 1 },
  });
  expect([...project.modules.reached.keys()].sort()).toEqual([
    "shop/__init__.py",
    "shop/models.py",
    "shop/wsgi.py",
  ]);
  expect(project.environment).toEqual({ packages: null, reason: "the `python` input is `off`" });
  expect(runChecks(project)).toEqual([]);
});

test("sees what the app needs and only the work tree has, and that a stack asks for a container", async () => {
  const workspace = await folder();
  await repository(workspace, {
    ".gitignore": "local_*.py\n",
    "web/heroku.yml": "run:\n  web: gunicorn app:app\n",
    "web/requirements.txt": "gunicorn\n",
    "web/app.py": "import local_settings\nimport models\napp = 1\n",
  });
  await plant(workspace, {
    "web/local_settings.py": "",
    "web/models.py": "",
    "web/other.py": "",
    "models.py": "",
  });

  const project = await read(workspace, { appDir: "web", stack: "container" });
  expect(project.uncommitted).toEqual([
    { path: "local_settings.py", use: "import", file: "app.py", line: 1, state: "ignored" },
    { path: "models.py", use: "import", file: "app.py", line: 2, state: "untracked" },
  ]);
  expect(project.container).toBe("stack");
});

test("reads the app's folder as the root, and nothing outside it", async () => {
  const workspace = await folder();
  await repository(workspace, {
    "app.py": "",
    "base.txt": "gunicorn\n",
    "backend/Procfile": "web: gunicorn app:app\n",
    "backend/app.py": "app = 1\n",
    "backend/requirements.txt": "flask\n-r ../base.txt\n",
  });
  const project = await read(workspace, { appDir: "backend" });
  expect([...project.files.keys()].sort()).toEqual(["Procfile", "app.py", "requirements.txt"]);
  expect(project.requirements?.entries.map(({ key }) => key)).toEqual(["flask"]);
  expect(project.requirements?.problems).toMatchObject([
    { file: "requirements.txt", line: 2, kind: "missing-file" },
  ]);
});

test("a repository with nothing that concerns Heroku", async () => {
  const workspace = await folder();
  await repository(workspace, { "readme.md": "hello" });
  const project = await read(workspace);
  expect(project).toMatchObject({ procfile: undefined, requirements: undefined, python: "3.14.7" });
  expect(project.modules).toMatchObject({ webTarget: undefined, entry: undefined });
});

describe("a hostile repository", () => {
  test.for([
    ["the environment of the process", "/proc/self/environ"],
    ["a file of the runner", "/etc/passwd"],
    ["a file above", "../../secret"],
    ["itself", "Procfile"],
    ["a file of the commit", "real"],
  ] as const)("links lead nowhere: %s", async ([, target]) => {
    vi.stubEnv("INPUT_HEROKU-API-KEY", SECRET);
    const workspace = await folder();
    for (const name of ["Procfile", "requirements.txt", "runtime.txt", "gunicorn.conf.py", "app.py"]) {
      await symlink(target, join(workspace, name));
    }
    await repository(workspace, { real: "web: gunicorn app:app\n" });
    const project = await read(workspace);
    expect(project).toMatchObject({ procfile: undefined, requirements: undefined });
    const findings = JSON.stringify(runChecks(project));
    expect(findings).not.toContain(SECRET);
    expect(findings).not.toContain("root:");
    vi.unstubAllEnvs();
  });

  test("a linked folder leads nowhere", async () => {
    const workspace = await folder();
    await symlink("/etc", join(workspace, "shop"));
    await repository(workspace, { Procfile: "web: gunicorn shop.passwd:app\n" });
    expect((await read(workspace)).modules.entry).toEqual({ kind: "unknown" });
  });

  test("a huge requirements.txt is not read", async () => {
    const workspace = await folder();
    await repository(workspace, { Procfile: "web: gunicorn app:app\n", "app.py": "app = 1\n" });
    await writeFile(join(workspace, "requirements.txt"), "");
    await truncate(join(workspace, "requirements.txt"), 100_000_000);
    await commit(workspace, {});
    await rm(join(workspace, "requirements.txt"));

    const start = performance.now();
    const project = await read(workspace);
    expect(performance.now() - start).toBeLessThan(2000);
    expect(project.requirements).toBeUndefined();
    expect(runChecks(project)).toEqual([]);
  });

  test("names of every kind come through as they are", async () => {
    const workspace = await folder();
    const names = [
      "a b.py",
      "ä.py",
      'quote".py',
      "new\nline.py",
      "-dash.py",
      "\u202ertl.py",
      "::error::x.py",
    ];
    await repository(workspace, Object.fromEntries(names.map((name) => [name, "x = 1\n"])));
    expect([...(await read(workspace)).files.keys()].sort()).toEqual([...names].sort());
  });

  test("twenty thousand files", async () => {
    const workspace = await folder();
    await repository(workspace, { Procfile: "web: gunicorn app:app\n", "app.py": "app = 1\n" });
    const blob = await git(workspace, "rev-parse", "HEAD:app.py");
    const entries = Array.from({ length: 500 }, (_, index) => `100644 blob ${blob}\tm${index}.py`).join("\n");
    await writeFile(join(workspace, "small"), `${entries}\n`);
    const small = await gitFrom(workspace, "small", "mktree");
    const folders = Array.from({ length: 40 }, (_, index) => `040000 tree ${small}\td${index}`).join("\n");
    const rest = await git(workspace, "ls-tree", "HEAD");
    await writeFile(join(workspace, "large"), `${folders}\n${rest}\n`);
    const tree = await gitFrom(workspace, "large", "mktree");
    await git(
      workspace,
      "reset",
      "--quiet",
      "--soft",
      await git(workspace, "commit-tree", "-m", "many", tree),
    );

    const start = performance.now();
    const project = await read(workspace);
    runChecks(project);
    expect(performance.now() - start).toBeLessThan(2000);
    expect(project.files.size).toBe(20_002);
  });
});

/** Runs a git verb that reads standard input, by way of git's own alias for a shell line. */
async function gitFrom(workspace: string, file: string, verb: string): Promise<string> {
  return git(workspace, "-c", `alias.from=!git ${verb} < ${file}`, "from");
}

test("the package index is asked about the pins, for the app's stack, and for no container", async () => {
  const asked: string[] = [];
  const server = createServer(({ url = "" }, response) => {
    asked.push(url);
    const files = [{ filename: "foo-1.0-cp313-cp313-manylinux_2_36_x86_64.whl" }];
    response.writeHead(200, { "content-type": "application/vnd.pypi.simple.v1+json" });
    response.end(JSON.stringify({ files }));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const url = new URL(`http://127.0.0.1:${port}/`);
  const packageIndex = { isPublic: false, url, authorization: undefined };
  const workspace = await folder();
  await repository(workspace, { "requirements.txt": "Foo==1.0\nbar\n" });

  const levels = async (stack: string) => {
    const { index } = await read(workspace, { packageIndex, stack });
    const releases = index.packages?.get("foo");
    return releases === "unknown" ? [] : releases?.get("1")?.wheels;
  };
  expect(await levels("heroku-24")).toEqual(["3.13"]);
  expect(await levels("heroku-22")).toEqual([]);
  expect(asked).toEqual(["/foo/", "/foo/"]);

  const { index } = await read(workspace, { packageIndex, stack: "container" });
  expect(index.packages).toBeNull();
  expect((await read(workspace)).index.packages).toBeNull();
  expect(asked).toHaveLength(2);
});

describe("the environment", () => {
  const FILES = {
    Procfile: "web: gunicorn app:app\n",
    "requirements.txt": "Flask==2.3.3\ngunicorn\n",
    "app.py": "import flask\nimport bs4\napp = 1\n",
  };

  async function tested(workspace: string) {
    const environment = await virtualEnvironment(join(workspace, ".venv"));
    await plant(environment.sitePackages, {
      ...distribution("Flask", "3.1.3", { files: ["flask/__init__.py"] }),
      ...distribution("gunicorn", "23.0.0", { files: ["gunicorn/__init__.py"] }),
      ...distribution("beautifulsoup4", "4.12.3", { files: ["bs4/__init__.py"] }),
    });
    return environment;
  }

  test("a virtual environment in the checkout, by the python input", async () => {
    const workspace = await folder();
    await repository(workspace, FILES);
    await tested(workspace);
    const project = await read(workspace, { python: { kind: "path", path: ".venv/bin/python" } });
    expect(project.environment.packages?.get("flask")?.version).toBe("3.1.3");
    const findings = runChecks(project);
    expect(findings.map(({ check, level, file, line }) => [check, level, file, line])).toEqual([
      ["requirements-drift", "error", "requirements.txt", 1],
      ["requirements-drift", "warning", "requirements.txt", 2],
      ["requirements-drift", "error", "app.py", 2],
    ]);
  });

  test("the commit is listed once, whatever asks for its files", async () => {
    const workspace = await folder();
    await repository(workspace, { ...FILES, "app.py": "import old\napp = 1\n", "old.py": 'print "hello"\n' });
    await tested(workspace);
    const real = await opened(workspace);
    const listed: string[] = [];
    const counting: typeof real = {
      ...real,
      list: (commit, below) => {
        listed.push(below);
        return real.list(commit, below);
      },
    };
    const python = { kind: "path", path: ".venv/bin/python" } as const;
    const project = await readProject(counting, {
      ...{ appDir: ".", python, stack: undefined, run: { workspace }, temp: await folder() },
    });
    expect([...project.syntax.keys()]).toEqual(["old.py"]);
    expect(project.environment.packages).not.toBeNull();
    expect(listed).toEqual(["."]);
  });

  test("a freeze file, by the python input", async () => {
    const workspace = await folder();
    await repository(workspace, FILES);
    await plant(workspace, { "freeze.txt": "Flask==3.1.3\ngunicorn==23.0.0\n" });
    const project = await read(workspace, { python: { kind: "path", path: "freeze.txt" } });
    const findings = runChecks(project);
    expect(findings.map(({ check, level, file, line }) => [check, level, file, line])).toEqual([
      ["requirements-drift", "error", "requirements.txt", 1],
      ["requirements-drift", "warning", "requirements.txt", 2],
      ["import-not-installed", "warning", "app.py", 2],
    ]);
  });

  test("one that was committed is refused", async () => {
    const workspace = await folder();
    await mkdir(workspace, { recursive: true });
    await tested(workspace);
    await repository(workspace, FILES);
    const python = { kind: "path", path: ".venv/bin/python" } as const;
    await expect(read(workspace, { python })).rejects.toMatchObject({ code: "PYTHON_COMMITTED" });
    await expect(read(workspace, { python: { kind: "path", path: "app.py" } })).rejects.toMatchObject({
      code: "PYTHON_NOT_FOUND",
    });
  });

  test("the Python on PATH, with traps in the checkout", async () => {
    const workspace = await folder();
    const trap = `#!/bin/sh\ntouch ${workspace}/SPRUNG\n`;
    const python = "import os\nopen('SPRUNG', 'w')\n";
    await plant(workspace, { python: trap, python3: trap, "json.py": python, "sitecustomize.py": python });
    await git(workspace, "init", "--quiet");
    await repository(workspace, FILES);
    await git(workspace, "update-index", "--chmod=+x", "python", "python3");
    await git(workspace, "checkout-index", "--force", "--all");
    const { bin } = await tested(await folder());

    vi.stubEnv("PATH", `.:${bin}:${process.env.PATH}`);
    const project = await read(workspace, { python: { kind: "default" } });
    vi.unstubAllEnvs();
    expect(project.environment.packages?.get("flask")?.version).toBe("3.1.3");
    expect(await git(workspace, "status", "--porcelain")).not.toContain("SPRUNG");
  });

  test("an interpreter that is none, named or found", async () => {
    const workspace = await folder();
    await repository(workspace, FILES);
    const bin = await folder();
    await symlink("/bin/false", join(bin, "python3"));
    const python = { kind: "path", path: join(bin, "python3") } as const;
    await expect(read(workspace, { python })).rejects.toMatchObject({ code: "PYTHON_FAILED" });

    vi.stubEnv("PATH", `${bin}:${process.env.PATH}`);
    const { environment } = await read(workspace, { python: { kind: "default" } });
    vi.unstubAllEnvs();
    expect(environment).toEqual({ packages: null, reason: "the Python on PATH did not list its packages" });
  });
});
