import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test, vi } from "vitest";
import { relativeToHome } from "../../src/local-heroku/build/editable.ts";
import { GUNICORN_HOST } from "../../src/local-heroku/dynos/reach.ts";
import type { Notice } from "../../src/rehearsal/notice.ts";
import { pythonEnvironment } from "../support/python-environment.ts";
import { localHeroku } from "./support/instance.ts";
import { type Files, type Source, source } from "./support/source.ts";
import { until, visit } from "./support/visit.ts";

vi.setConfig({ testTimeout: 60_000 });

const run = promisify(execFile);
const uvFolder = await pythonEnvironment(["uv==0.12.5"]);
const notices: Notice[] = [];
const heroku = await localHeroku({ tell: (one) => notices.push(one) });

const HOME = '__import__("os").environ.get("HOME", "/s/app") + ';

test.for([
  ["shop.pth", "/s/app\n", `import sys; sys.path.append(${HOME}"")\n`],
  ["shop.pth", "/s/app/it's", `import sys; sys.path.append(${HOME}"/it's")`],
  ["shop.pth", "import shop_finder; shop_finder.install()", "import shop_finder; shop_finder.install()"],
  ["shop.pth", "import a; a.b('/s/app/src')", `import a; a.b(${HOME}'/src')`],
  ["other.pth", "/usr/lib/other\n", "/usr/lib/other\n"],
  [
    "__editable___shop_finder.py",
    "MAPPING = {'shop': '/s/app/code'}\n",
    `MAPPING = {'shop': ${HOME}'/code'}\n`,
  ],
] as const)("%s: %j", ([name, text, expected]) => {
  expect(relativeToHome(name, text, "/s/app")).toBe(expected);
});

/** Says where it is; writes beside itself. */
const MODULE = `
import pathlib

HERE = pathlib.Path(__file__).parent

def app(environ, start_response):
    start_response("200 OK", [])
    if environ["PATH_INFO"] == "/write":
        (HERE / "written").write_text("x")
    return [f"{HERE} {(HERE / 'written').exists()}".encode()]
`;

const APP: Files = {
  "requirements.txt": "gunicorn==23.0.0\n-e .\n",
  ".python-version": "3.13\n",
  Procfile: "web: gunicorn shop:app\n",
};

/** Such as Flit, Hatchling, Poetry and uv_build: a .pth with a folder. */
const BY_PTH: Files = {
  "pyproject.toml": `
[project]
name = "shop"
version = "1.0"
requires-python = ">=3.10"

[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]
`,
  "backend.py": `
import os, zipfile

def build_editable(folder, *_):
    wheel_name = "shop-1.0-py3-none-any.whl"
    info = "shop-1.0.dist-info"
    with zipfile.ZipFile(f"{folder}/{wheel_name}", "w") as wheel:
        wheel.writestr("shop.pth", os.getcwd() + "/code")
        wheel.writestr(f"{info}/METADATA", "Metadata-Version: 2.1\\nName: shop\\nVersion: 1.0\\n")
        wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
        wheel.writestr(f"{info}/RECORD", "")
    return wheel_name
`,
  "code/shop.py": MODULE,
};

/** setuptools, for a package that is in a folder of another name: a finder. */
const BY_FINDER: Files = {
  "pyproject.toml": `
[project]
name = "shop"
version = "1.0"

[build-system]
requires = ["setuptools==75.6.0"]
build-backend = "setuptools.build_meta"

[tool.setuptools]
packages = ["shop"]
package-dir = { shop = "code" }
`,
  "code/__init__.py": MODULE,
};

test.for([
  ["a folder on the path", "by-pth", BY_PTH],
  ["a finder", "by-finder", BY_FINDER],
] as const)("what an editable app writes goes with its dyno: %s", async ([, name, files]) => {
  await writesIntoItsDyno(name, await source({ ...APP, ...files }));
});

test("what a project of uv's writes goes with its dyno", async () => {
  vi.stubEnv("PATH", `${uvFolder}:${process.env.PATH}`);
  onTestFinished(() => void vi.unstubAllEnvs());
  const { "requirements.txt": _, ...rest } = APP;
  const serve = `import os, wsgiref.simple_server as s, shop; s.make_server('${GUNICORN_HOST}', int(os.environ['PORT']), shop.app).serve_forever()`;
  const app = await source({ ...rest, ...BY_PTH, Procfile: `web: python -c "${serve}"\n` });
  await run(join(uvFolder, "uv"), ["lock", "--offline", "--quiet"], { cwd: app.folder });
  await app.commit();
  await writesIntoItsDyno("by-uv", app);
});

async function writesIntoItsDyno(name: string, app: Source): Promise<void> {
  const url = (await heroku.api("POST", "/apps", { body: { name } })).get("web_url");
  expect((await app.push(heroku, name)).code).toBe(0);
  expect((await visit(url, "/write")).text).toMatch(/^\S+\/d\/[0-9a-f]{8}\/app\/code True$/);
  await heroku.api("DELETE", `/apps/${name}/dynos`);
  expect((await visit(url)).text).toMatch(/^\S+\/d\/[0-9a-f]{8}\/app\/code False$/);
  await until(() => notices.some((one) => one.kind === "lost" && one.files.includes("code/written")));
  notices.length = 0;
}
