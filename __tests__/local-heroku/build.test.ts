import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, onTestFinished, test, vi } from "vitest";
import { exists } from "../../src/local-heroku/exists.ts";
import type { Notice } from "../../src/rehearsal/notice.ts";
import { localHeroku } from "./support/instance.ts";
import { ownPackage } from "./support/own-package.ts";
import { type Files, source, WSGI } from "./support/source.ts";
import { visit } from "./support/visit.ts";

// Installations that are not in the cache yet.
vi.setConfig({ testTimeout: 60_000 });

const run = promisify(execFile);
const cacheFolder = await mkdtemp(join(tmpdir(), "cache-"));
afterAll(() => rm(cacheFolder, { recursive: true, force: true }));
const notices: Notice[] = [];
const heroku = await localHeroku({ cacheFolder, tell: (one) => notices.push(one) });
const { api } = heroku;
let number = 0;

async function deploy(files: Files, vars: Record<string, string> = {}) {
  const name = `build-${++number}`;
  const url = (await api("POST", "/apps", { body: { name } })).get("web_url");
  await api("PATCH", `/apps/${name}/config-vars`, { body: vars });
  const app = await source(files);
  return { ...(await app.push(heroku, name)), name, url, app };
}

test.for([
  ["two package managers", { ...WSGI, "uv.lock": "" }, "Multiple Python package manager files were found."],
  ["an environment of its own", { ...WSGI, "venv/pyvenv.cfg": "" }, "Existing 'venv/' directory found."],
  [
    "a version that is none",
    { ...WSGI, ".python-version": "newest" },
    "Invalid Python version in .python-version.",
  ],
  ["nothing of Python", { "index.html": "" }, "No default language could be detected for this app."],
  [
    "a hook that fails",
    { ...WSGI, "bin/pre_compile": "#!/bin/sh\nexit 4" },
    "Failed to run the bin/pre_compile script.",
  ],
] as const)("%s", async ([, files, words]) => {
  const { code, output } = await deploy(files);
  expect(output).toContain(words);
  expect(output).toContain(" !     Push failed");
  expect(code).toBe(1);
});

test("whoever started it is told what kind of an end a build came to", () => {
  expect(notices).toContainEqual({ kind: "end", end: "build-package-manager" });
  expect(notices).toContainEqual({ kind: "end", end: "build-python-version" });
});

test("bin/pre_compile runs before the buildpack looks for the package manager", async () => {
  const { "requirements.txt": requirements = "", ...bare } = WSGI;
  const hook = `#!/bin/sh\necho ${requirements.trim()} > requirements.txt\n`;
  expect((await deploy({ ...bare, "bin/pre_compile": hook })).code).toBe(0);
});

test("what the app asks for and what is there, when they differ", async () => {
  const { output } = await deploy({ ...WSGI, "runtime.txt": "python-3.10.1\n", ".python-version": "3.14" });
  expect(output).toContain("-----> Using Python 3.10.1 specified in runtime.txt");
  expect(output).toContain("Warning: The runtime.txt file is deprecated.");
  expect(output).toContain(
    " !     Python 3.10.1, which the app gets on Heroku, is not installed on this machine.",
  );
  expect(output).toMatch(/The local Heroku uses Python 3\.\d+\.\d+ in its place\./);
  expect(notices).toContainEqual({
    kind: "difference",
    about: expect.stringMatching(/^python-(minor|patch)$/),
    sentence: expect.stringContaining("The app gets Python 3.10.1 on Heroku; this ran on Python 3."),
  });
});

test("hooks run with the config vars, before and after the installation, with what was installed on their PATH", async () => {
  const { output, url } = await deploy(
    {
      ...WSGI,
      "bin/pre_compile": "#!/usr/bin/env bash\necho before $COLOUR\n",
      "bin/post_compile": "#!/bin/sh\necho after $COLOUR; gunicorn --version; echo made > made.txt\n",
    },
    { COLOUR: "blue" },
  );
  const [before, installing, after] = ["before blue", "Installing dependencies", "after blue"].map(
    (words) => {
      return output.indexOf(words);
    },
  );
  expect(before).toBeGreaterThan(0);
  expect(installing).toBeGreaterThan(Number(before));
  expect(after).toBeGreaterThan(Number(installing));
  expect(output).toContain("gunicorn (version 23.0.0)");
  expect((await visit(url)).json.files).toContain("made.txt");
});

/** What is installed in the Pythons of this machine. */
async function outsidePackages(): Promise<string[]> {
  const probe = "import os, sysconfig; print(sorted(os.listdir(sysconfig.get_path('purelib'))))";
  const pythons = ["/usr/bin/python3", "/usr/local/bin/python3", "python3"];
  return Promise.all(
    pythons.map((python) =>
      run(python, ["-I", "-c", probe]).then(
        ({ stdout }) => stdout,
        () => "",
      ),
    ),
  );
}

/** A hook that installs, in the ways that hooks do. */
const INSTALLS = ["pip", "python3 -m pip"]
  .map((pip) => `${pip} install itsdangerous==2.2.0; echo "${pip}: $?"`)
  .join("\n");

test("bin/post_compile installs into this app's environment, and into no other", async () => {
  const packages = 'importlib.util.find_spec("itsdangerous") is not None';
  const shows = {
    "app.py": `
import importlib.util

def app(environ, start_response):
    start_response("200 OK", [])
    return [str(${packages}).encode()]
`,
  };
  const requirements = { "requirements.txt": "gunicorn==23.0.0\n# a hook installs\n" };
  const machine = await outsidePackages();
  const { output, url } = await deploy({ ...WSGI, ...shows, ...requirements, "bin/post_compile": INSTALLS });
  expect(output).toContain("Successfully installed itsdangerous-2.2.0");
  for (const pip of ["pip", "python3 -m pip"]) expect(output).toContain(`${pip}: 0`);
  expect((await visit(url)).text).toBe("True");
  const without = await deploy({ ...WSGI, ...shows, ...requirements });
  expect((await visit(without.url)).text).toBe("False");
  expect(await outsidePackages()).toEqual(machine);
});

test("bin/pre_compile has no pip, and cannot change this machine's Pythons", async () => {
  const machine = await outsidePackages();
  const { output, code } = await deploy({ ...WSGI, "bin/pre_compile": INSTALLS });
  expect(output).toContain("pip: command not found");
  expect(output).toContain("pip: 127");
  expect(output).not.toContain("python3 -m pip: 0");
  expect(output).toMatch(/Could not find an activated virtualenv|No module named pip|python3: .*not found/);
  expect(code).toBe(0);
  expect(await outsidePackages()).toEqual(machine);
});

test("hooks see no program that is not the system's", async () => {
  const { output } = await deploy({ ...WSGI, "bin/pre_compile": "echo PATH=$PATH.\n" });
  expect(output).toMatch(/PATH=\/\S+\/pre_compile:\/usr\/local\/bin:\/usr\/bin:\/bin\. /);
});

test("temporary files of a build are in a folder that goes with it", async () => {
  const temporary = await mkdtemp(join(tmpdir(), "job-"));
  onTestFinished(() => rm(temporary, { recursive: true, force: true }));
  vi.stubEnv("TMPDIR", temporary);
  onTestFinished(() => void vi.unstubAllEnvs());
  const { output } = await deploy({
    ...WSGI,
    "requirements.txt": "gunicorn==23.0.0\nlib/own\n",
    ...ownPackage("own", "", "import tempfile; tempfile.mkdtemp()"),
    "bin/post_compile": "mktemp; echo TMPDIR=$TMPDIR.\n",
  });
  const folder = /TMPDIR=(\S+)\. /.exec(output)?.[1] ?? "";
  expect(folder).toMatch(/^\/.*\/b\/[0-9a-f]{8}\/tmp$/);
  expect(await exists(folder)).toBe(false);
  const left = (await readdir(temporary)).filter((name) => !name.startsWith("source-"));
  expect(left).toEqual([]);
});

test("folders that a hook made read-only do not make the build fail, nor stay", async () => {
  const makes =
    "for at in $TMPDIR $HOME; do mkdir -p $at/go/mod; touch $at/go/mod/a.go; chmod -R a-w $at/go; done";
  const folder = await mkdtemp(join(tmpdir(), "whole-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const own = await localHeroku({ cacheFolder, folder }, () => undefined);
  await own.api("POST", "/apps", { body: { name: "read-only" } });
  const app = await source({ ...WSGI, "bin/pre_compile": `${makes}\n` });
  const { code, output } = await app.push(own, "read-only");
  expect(output).toContain("Done:");
  expect(code).toBe(0);
  await own.stop();
  expect(await readdir(folder)).toEqual([]);
});

test("a hook without a first line that says what it is runs in bash", async () => {
  const { output } = await deploy({ ...WSGI, "bin/post_compile": "words=(in bash)\necho $words of $0\n" });
  expect(output).toContain("in of bin/post_compile");
});

test("pip does not see the config vars, but for the one that it should", async () => {
  const show = "#!/bin/sh\nenv > from-hook.txt\n";
  const { url, output } = await deploy(
    { ...WSGI, "bin/post_compile": show, "requirements.txt": "gunicorn==23.0.0\n# another key\n" },
    { PIP_NO_INDEX: "1", PIP_FIND_LINKS: "/nowhere" },
  );
  expect(output).toContain("Successfully installed gunicorn-23.0.0");
  expect((await visit(url)).status).toBe(200);
  vi.stubEnv("PIP_RETRIES", "0");
  onTestFinished(() => void vi.unstubAllEnvs());
  const extra = await deploy(
    { ...WSGI, "requirements.txt": "gunicorn==23.0.0\n# a third key\n" },
    { PIP_EXTRA_INDEX_URL: "http://127.0.0.1:1/simple" },
  );
  expect(extra.output).toContain("127.0.0.1:1/simple");
});

test(".slugignore takes files away before the buildpack looks", async () => {
  const { output, url } = await deploy({
    ...WSGI,
    ".slugignore": "# comment\n*.psd\n/docs\n!docs/kept.md\n",
    "a.psd": "",
    "deep/b.psd": "",
    "docs/kept.md": "",
    "docs/other.md": "",
  });
  expect(output).toContain("-----> Deleting 4 files matching .slugignore patterns.");
  const { files } = (await visit(url)).json;
  expect(files).not.toContain("a.psd");
  const hidden = await deploy({ ...WSGI, ".slugignore": "requirements.txt\n" });
  expect(hidden.output).toContain("Couldn't find any supported Python package manager files.");
});

test("a submodule is an empty folder, and that is told", async () => {
  const name = `build-${++number}`;
  const url = (await api("POST", "/apps", { body: { name } })).get("web_url");
  const app = await source(WSGI);
  const head = (await app.git("rev-parse", "HEAD")).output.trim();
  await app.git("update-index", "--add", "--cacheinfo", `160000,${head},lib/colours`);
  await app.git("commit", "--quiet", "--message", "A submodule");
  const { output } = await app.push(heroku, name);
  const sentence =
    "The submodule of the commit is an empty folder here; Heroku fetches what it can reach over https.";
  expect(output).toContain(` !     ${sentence}`);
  expect(notices).toContainEqual({ kind: "difference", about: "submodules", sentence });
  expect((await visit(url)).json.files).toContain("lib");
});

/** "café.txt" in Latin-1, as an old archive may have it. */
const LATIN = Buffer.from("caf\xe9.txt", "latin1");

test("a file whose name is no UTF-8 is measured, compressed, and in the dyno", async () => {
  // As large as it may be, so that the slug is compressed to see.
  const tight = await localHeroku({ cacheFolder, slugLimitBytes: 1024 * 1024 }, onTestFinished);
  const name = `build-${++number}`;
  const url = (await tight.api("POST", "/apps", { body: { name } })).get("web_url");
  const app = await source({
    ...WSGI,
    "app.py": `
import os

def app(environ, start_response):
    start_response("200 OK", [])
    return [b" ".join(sorted(os.listdir(b".")))]
`,
  });
  await writeFile(Buffer.concat([Buffer.from(`${app.folder}/`), LATIN]), "0".repeat(1024 * 1024));
  await app.commit();
  const { code, output } = await app.push(tight, name);
  expect(output).toMatch(/Done: [1-9]/);
  expect(code).toBe(0);
  const page = Buffer.from(await (await fetch(String(url))).arrayBuffer());
  expect(page.includes(LATIN)).toBe(true);
});

test(".slugignore takes away a file whose name is no UTF-8, and a submodule", async () => {
  const name = `build-${++number}`;
  const url = (await api("POST", "/apps", { body: { name } })).get("web_url");
  const app = await source({
    ...WSGI,
    ".slugignore": "*.txt\n!requirements.txt\nlib\n",
    "new\rline.txt": "",
  });
  await app.git("mv", "requirements.txt", "pylock.txt");
  await writeFile(Buffer.concat([Buffer.from(`${app.folder}/`), LATIN]), "");
  await app.commit({ "bin/pre_compile": "echo gunicorn==23.0.0 > requirements.txt\n" });
  const head = (await app.git("rev-parse", "HEAD")).output.trim();
  await app.git("update-index", "--add", "--cacheinfo", `160000,${head},lib/colours`);
  await app.git("commit", "--quiet", "--message", "A submodule");
  const { output, code } = await app.push(heroku, name);
  expect(output).toContain("-----> Deleting 4 files matching .slugignore patterns.");
  expect(code).toBe(0);
  const { files } = (await visit(url)).json;
  expect((files as string[]).filter((file) => file.endsWith(".txt"))).toEqual(["requirements.txt"]);
});

test.for([
  ["lib/nltk", ownPackage("nltk", ""), true],
  ["", {}, false],
] as const)("whether NLTK data is said to be missing, with %j required", async ([line, files, missing]) => {
  const told = () => notices.filter((one) => one.kind === "difference" && one.about === "nltk").length;
  const before = told();
  const requirements = `gunicorn==23.0.0\n${line}\n`;
  const app = { ...WSGI, ...files, "requirements.txt": requirements, "nltk.txt": "punkt\n" };
  const { output } = await deploy(app);
  const sentence = "Heroku downloads the NLTK data that nltk.txt lists; here it was not downloaded.";
  expect(output.includes(sentence)).toBe(missing);
  expect(told() - before).toBe(missing ? 1 : 0);
});

test("a config var that names /app is told", async () => {
  const { url } = await deploy(WSGI, { PYTHONPATH: "/app/src" });
  await visit(url);
  const sentence = expect.stringContaining("The config var PYTHONPATH names /app");
  expect(notices).toContainEqual({ kind: "difference", about: "app-folder", sentence });
});

test("requirements are installed once for all apps that have the same", async () => {
  const files = { ...WSGI, "requirements.txt": "gunicorn==23.0.0\n# once\n" };
  expect((await deploy(files)).output).toContain("Successfully installed gunicorn-23.0.0");
  const before = await readdir(join(cacheFolder, "venvs"));
  const second = await deploy(files);
  expect(second.output).toContain("Requirements were installed by an earlier build");
  expect(await readdir(join(cacheFolder, "venvs"))).toEqual(before);
  expect((await visit(second.url)).status).toBe(200);
});

/** Tells which setuptools there is. */
const ASKS_SETUPTOOLS = `
import pkg_resources

def app(environ, start_response):
    start_response("200 OK", [])
    return [pkg_resources.get_distribution("setuptools").version.encode()]
`;

test.for([
  ["3.12", "", "70.3.0"],
  ["3.12", "setuptools==75.6.0", "75.6.0"],
] as const)(
  "an app has setuptools with Python %s, without asking for it (%j)",
  async ([python, more, version]) => {
    const { output, url } = await deploy({
      ...WSGI,
      ".python-version": python,
      "requirements.txt": `gunicorn==23.0.0\n${more}\n# setuptools\n`,
      "app.py": ASKS_SETUPTOOLS,
    });
    expect(output).toMatch(/-----> Installing pip \S+ and setuptools 70\.3\.0/);
    expect((await visit(url)).text).toBe(version);
  },
);

test("an index that does not give setuptools is told, and the environment not kept", async () => {
  vi.stubEnv("PIP_NO_INDEX", "1");
  vi.stubEnv("PIP_FIND_LINKS", "");
  onTestFinished(() => void vi.unstubAllEnvs());
  const before = await readdir(join(cacheFolder, "venvs"));
  const { output, code } = await deploy({ ...WSGI, ".python-version": "3.12", "requirements.txt": "\n" });
  expect(output).toContain("Heroku installs setuptools 70.3.0, which the package index does not give here.");
  expect(code).toBe(0);
  expect(notices).toContainEqual(expect.objectContaining({ kind: "difference", about: "setuptools" }));
  expect(await readdir(join(cacheFolder, "venvs"))).toEqual(before);
});

test("an app that names no Python stays with the one of its last build", async () => {
  const { app, name } = await deploy(WSGI);
  await app.git("rm", "--quiet", ".python-version");
  await app.commit();
  const { output } = await app.push(heroku, name);
  expect(output).toContain("Using the same major version as the last build: Python 3.13");
  expect(output).toContain("Warning: No Python version was specified.");
});

test("a file named like a module of Python's does not get into the installation's way", async () => {
  const { code, output } = await deploy({
    ...WSGI,
    "requirements.txt": "gunicorn==23.0.0\n# shadows\n",
    "venv.py": "raise SystemExit('taken for the real one')\n",
    "pip.py": "raise SystemExit('taken for the real one')\n",
  });
  expect(output).not.toContain("taken for the real one");
  expect(code).toBe(0);
});

test("requirements in further files are looked at anew for every commit", async () => {
  const { app, name, output } = await deploy({
    ...WSGI,
    "requirements.txt": "-r more.txt\n",
    "more.txt": "gunicorn==23.0.0\n",
  });
  expect(output).toContain("Successfully installed gunicorn-23.0.0");
  await app.commit({ "more.txt": "gunicorn==23.0.0\nitsdangerous==2.2.0\n" });
  expect((await app.push(heroku, name)).output).toContain("itsdangerous-2.2.0");
});

test("a build that fails leaves no environment behind", async () => {
  const before = await readdir(join(cacheFolder, "venvs"));
  await deploy({ ...WSGI, "requirements.txt": "no-such-package-as-this-one==0\n" });
  expect(notices).toContainEqual({ kind: "end", end: "build-packages" });
  expect(await readdir(join(cacheFolder, "venvs"))).toEqual(before);
});

test("a package in the app's own folders is installed from this commit", async () => {
  const { app, name, url, output } = await deploy({
    ...WSGI,
    "requirements.txt": "gunicorn==23.0.0\nlib/own\n",
    ...ownPackage("own", 'WORD = "first"\n'),
    "app.py": `
import own

def app(environ, start_response):
    start_response("200 OK", [])
    return [own.WORD.encode()]
`,
  });
  expect(output).toContain("Successfully installed");
  expect((await visit(url)).text).toBe("first");
  await app.commit({ "lib/own/own.py": 'WORD = "second"\n' });
  await app.push(heroku, name);
  expect((await visit(url)).text).toBe("second");
});

/** A Python that says of itself what a test wants, and passes the rest on to `command`. */
async function pretending(pip: string | null, command: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "python-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const python = join(folder, "python");
  const probe = JSON.stringify({ path: python, version: "3.12.0", pip, library: null });
  await writeFile(python, `#!/bin/sh\ncase "$2" in -c) echo '${probe}' ;; *) ${command} ;; esac\n`, {
    mode: 0o755,
  });
  return python;
}

test("a Python without pip is said to be one", async () => {
  const python = await pretending(null, `echo "No module named ensurepip"; exit 1`);
  const poor = await localHeroku({ cacheFolder, python }, onTestFinished);
  await poor.api("POST", "/apps", { body: { name: "poor" } });
  const { output } = await (await source({ ...WSGI, "requirements.txt": "# never installed\n" })).push(
    poor,
    "poor",
  );
  expect(output).toContain("No module named ensurepip");
  expect(output).toContain("Error: There is no usable pip on this machine.");
});

test("a Python with an old pip makes an environment with a pip of its own", { timeout: 60_000 }, async () => {
  const python = await pretending("22.0.2", 'exec python3 "$@"');
  const old = await localHeroku({ cacheFolder, python }, onTestFinished);
  await old.api("POST", "/apps", { body: { name: "old" } });
  const { output } = await (await source(WSGI)).push(old, "old");
  expect(output).toContain("Successfully installed");
  expect(output).toContain("Released v3");
});

test("a machine without Python is said to be one", async () => {
  const none = await localHeroku({ cacheFolder, python: "/nowhere/python" }, onTestFinished);
  await none.api("POST", "/apps", { body: { name: "none" } });
  const { output } = await (await source(WSGI)).push(none, "none");
  expect(output).toContain("Error: No Python was found on this machine.");
});
