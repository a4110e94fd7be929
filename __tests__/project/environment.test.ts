import { chmod, mkdir, readdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { dumpEnvironment } from "../../src/project/environment.ts";
import { findInterpreter, type Search } from "../../src/project/interpreter.ts";
import { herokuMarkers } from "../../src/project/python-version.ts";
import { readRequirements } from "../../src/project/requirements.ts";
import { testedEnvironment } from "../../src/project/tested-environment.ts";
import { contents, feed, treeOfFiles } from "../support/project.ts";
import { folder } from "../support/repository.ts";
import { distribution, plant, virtualEnvironment } from "./virtual-environment.ts";

describe("asking an interpreter", () => {
  test("names, versions, dependencies and import names", async () => {
    const { python, sitePackages } = await virtualEnvironment(join(await folder(), `it's my "venv"`));
    await plant(sitePackages, {
      ...distribution("Flask-SQLAlchemy", "3.1.1", {
        requires: ["flask>=2.2.5", 'x; extra == "y"'],
        files: [
          "flask_sqlalchemy/__init__.py",
          "flask_sqlalchemy/model.py",
          "single.py",
          "_fast.cpython-313.so",
        ],
      }),
      ...distribution("pillow", "11.0.0"),
      "pillow-11.0.0.dist-info/top_level.txt": "PIL\n",
    });

    const dump = await dumpEnvironment(python, await folder());
    expect(dump).toMatchObject({ venv: true, python: expect.stringMatching(/^3\.\d+\.\d+$/) });
    expect(dump?.stdlib).toContain("json");
    expect(Object.fromEntries(dump?.packages ?? [])).toEqual({
      "flask-sqlalchemy": {
        name: "Flask-SQLAlchemy",
        version: "3.1.1",
        requires: ["flask>=2.2.5", 'x; extra == "y"'],
        imports: ["_fast", "flask_sqlalchemy", "single"],
      },
      pillow: { name: "pillow", version: "11.0.0", requires: [], imports: ["PIL"] },
    });
  });

  test("finds what an editable install points to, and the first of two versions", async () => {
    const checkout = await folder();
    await plant(checkout, distribution("shop", "0.1"));
    const { python, sitePackages } = await virtualEnvironment(join(await folder(), "venv"));
    await plant(sitePackages, { "shop.pth": `${checkout}\n`, ...distribution("flask", "3.1.3") });
    await plant(checkout, distribution("flask", "1.0"));

    const packages = (await dumpEnvironment(python, await folder()))?.packages;
    expect(packages?.get("shop")?.version).toBe("0.1");
    expect(packages?.get("flask")?.version).toBe("3.1.3");
  });

  test("runs nothing of the repository or of the environment", async () => {
    const checkout = await folder();
    const trap = `open(${JSON.stringify(join(checkout, "SPRUNG"))}, "a").write("x")\n`;
    const traps = Object.fromEntries(
      ["json", "os", "re", "site", "sitecustomize", "usercustomize", "importlib/__init__"].map((name) => [
        `${name}.py`,
        trap,
      ]),
    );
    await plant(checkout, traps);
    const { python, sitePackages } = await virtualEnvironment(join(await folder(), "venv"));
    await plant(sitePackages, {
      ...distribution("flask", "3.1.3"),
      "checkout.pth": `${checkout}\n`,
      "code.pth": `import os; ${trap}`,
      "sitecustomize.py": trap,
    });
    for (const [name, value] of Object.entries({
      PYTHONPATH: checkout,
      PYTHONSTARTUP: join(checkout, "json.py"),
    }))
      vi.stubEnv(name, value);

    const dump = await dumpEnvironment(python, checkout);
    vi.unstubAllEnvs();
    expect(dump?.packages.has("flask")).toBe(true);
    expect((await readdir(checkout)).sort()).toEqual(
      Object.keys(traps)
        .map((path) => path.split("/")[0])
        .sort(),
    );
  });

  test.for([
    ["fails", "#!/bin/sh\nexit 1\n"],
    ["says something else", "#!/bin/sh\necho hello\n"],
    ["answers other JSON", '#!/bin/sh\necho "[1]"\n'],
    ["is no program", "not a program"],
  ] as const)("an interpreter that %s gives nothing", async ([, text]) => {
    const file = join(await folder(), "python");
    await writeFile(file, text);
    await chmod(file, 0o755);
    expect(await dumpEnvironment(file, await folder())).toBeUndefined();
  });
});

describe("finding the interpreter", () => {
  async function executable(path: string): Promise<string> {
    await plant(path, {});
    await mkdir(path, { recursive: true });
    for (const name of ["python", "python3"]) {
      await writeFile(join(path, name), "#!/bin/sh\n");
      await chmod(join(path, name), 0o755);
    }
    return path;
  }

  async function search(more: Partial<Search>): Promise<Search> {
    return {
      python: { kind: "default" },
      path: "",
      workspace: await folder(),
      isCommitted: async () => false,
      ...more,
    };
  }

  test("off", async () => {
    expect(await findInterpreter(await search({ python: { kind: "off" } }))).toEqual({
      reason: expect.stringContaining("`off`"),
    });
  });

  test("none on PATH", async () => {
    expect(await findInterpreter(await search({ path: await folder() }))).toEqual({
      reason: "there is no Python on PATH",
    });
  });

  test("python3 before python, the first folder before the second", async () => {
    const [first, second] = [await executable(await folder()), await executable(await folder())];
    expect(await findInterpreter(await search({ path: `${first}:${second}` }))).toEqual({
      path: join(first, "python3"),
    });
  });

  test("relative folders of PATH are passed over", async () => {
    const outside = await executable(await folder());
    const workspace = await executable(await folder());
    vi.spyOn(process, "cwd").mockReturnValue(workspace);
    expect(await findInterpreter(await search({ workspace, path: `.::./bin:${outside}` }))).toEqual({
      path: join(outside, "python3"),
    });
    vi.restoreAllMocks();
  });

  test.for(["", "bin", ".venv/bin"])(
    "one in the checkout (%s) is not run, and no other is taken for it",
    async (below) => {
      const workspace = await folder();
      const inside = await executable(join(workspace, below));
      const outside = await executable(await folder());
      expect(await findInterpreter(await search({ workspace, path: `${inside}:${outside}` }))).toEqual({
        reason: expect.stringContaining("lies in the checkout"),
      });
    },
  );

  test("one that links into the checkout is not run", async () => {
    const workspace = await executable(await folder());
    const outside = await folder();
    await symlink(join(workspace, "python"), join(outside, "python3"));
    expect(await findInterpreter(await search({ workspace, path: outside }))).toHaveProperty("reason");
  });

  test("a named path is taken, relative to the checkout", async () => {
    const outside = await executable(await folder());
    expect(
      await findInterpreter(await search({ python: { kind: "path", path: join(outside, "python") } })),
    ).toEqual({ path: join(outside, "python") });
    const workspace = await folder();
    await virtualEnvironment(join(workspace, ".venv"));
    const python = { kind: "path", path: ".venv/bin/python" } as const;
    expect(await findInterpreter(await search({ workspace, python }))).toEqual({
      path: join(workspace, ".venv/bin/python"),
    });
  });

  test("a named path that is not there is an error", async () => {
    const python = { kind: "path", path: "nowhere/python" } as const;
    await expect(findInterpreter(await search({ python }))).rejects.toMatchObject({
      code: "PYTHON_NOT_FOUND",
    });
  });

  test("a named path that the commit brings is an error", async () => {
    const workspace = await folder();
    await virtualEnvironment(join(workspace, "tools/venv"));
    const python = { kind: "path", path: "tools/venv/bin/python" } as const;
    const isCommitted = async (path: string) => path === "tools/venv";
    await expect(findInterpreter(await search({ workspace, python, isCommitted }))).rejects.toMatchObject({
      code: "PYTHON_COMMITTED",
    });

    const outside = await folder();
    await plant(workspace, { "tools/venv/bin/evil": "#!/bin/sh\n" });
    await chmod(join(workspace, "tools/venv/bin/evil"), 0o755);
    await symlink(join(workspace, "tools/venv/bin/evil"), join(outside, "evil"));
    const link = { kind: "path", path: join(outside, "evil") } as const;
    await expect(
      findInterpreter(await search({ workspace, python: link, isCommitted })),
    ).rejects.toMatchObject({
      code: "PYTHON_COMMITTED",
    });
  });
});

describe("is it the environment of the tests", () => {
  const given = contents({ "requirements.txt": "flask\ngunicorn\npsycopg\npywin32; os_name == 'nt'\n" });
  const requirements = feed(
    readRequirements("requirements.txt", treeOfFiles(given), herokuMarkers("3.14.7")),
    given,
  );

  test.for([
    ["all of it, on PATH", ["flask", "gunicorn", "psycopg"], false, false, true],
    ["most of it, on PATH", ["flask", "gunicorn"], false, false, false],
    ["a little of it, on PATH", ["flask"], false, false, false],
    ["a little of it, in a virtual environment", ["flask"], true, false, true],
    ["a little of it, named", ["flask"], false, true, true],
    ["nothing of it", ["pip"], false, false, false],
    ["nothing of it, in a virtual environment", ["pip"], true, false, false],
    ["nothing of it, named", ["pip"], false, true, false],
    ["only what Heroku does not install", ["pywin32"], true, false, false],
  ] as const)("%s", ([, names, venv, named, counts]) => {
    const packages = new Map(names.map((name) => [name, { name, version: "1", requires: [], imports: [] }]));
    const environment = testedEnvironment(
      { python: "3.14.0", venv, stdlib: [], packages },
      requirements,
      named,
    );
    expect(environment.packages !== null).toBe(counts);
    expect(environment.reason === "").toBe(counts);
  });
});
