import { expect, test } from "vitest";
import { requirementsUnusable } from "../../src/checks/requirements-unusable.ts";
import type { Files, ProjectOptions } from "../support/project.ts";
import { expectFindings, type Row } from "./findings.ts";
import { fixed } from "./fixed.ts";

const HASH = `--hash=sha256:${"a".repeat(64)}`;

function fine(name: string, requirements: string, files: Files = {}, options?: ProjectOptions): Row {
  return [name, { "requirements.txt": requirements, ...files }, [], options];
}

function bad(name: string, requirements: string, place: string, part: string, files: Files = {}): Row {
  return [name, { "requirements.txt": requirements, ...files }, [[place, part]]];
}

function utf16(text: string): Buffer {
  return Buffer.from(`\uFEFF${text}`, "utf16le");
}

const FIRST = "error requirements.txt:1";

const ROWS: readonly Row[] = [
  fine("what most apps have", "# web\nFlask==3.1.3\ngunicorn>=21 # server\npsycopg[binary]\n"),
  ["no requirements.txt", { "poetry.lock": "" }, []],

  bad(
    "a path of this computer",
    "\nfoo @ file:///home/conda/foo\n",
    "error requirements.txt:2",
    "`foo==VERSION`",
  ),
  bad("a file URL without a name", "file:///srv/foo\n", FIRST, "on the computer"),
  bad("an absolute path", "/home/me/foo\n", FIRST, "on the computer"),
  bad("an absolute path of a wheel", "/home/me/foo-1.0-py3-none-any.whl\n", FIRST, "on the computer"),
  bad("a path of Windows", "-e C:\\Users\\me\\foo\n", FIRST, "on the computer"),
  bad("an editable absolute path", "-e /home/me/foo\n", FIRST, "on the computer"),
  fine("a path of this computer for another system", "foo @ file:///c/foo ; sys_platform == 'win32'\n"),
  fine("the app itself", "-e .\n", { "pyproject.toml": "" }),
  fine("the app itself, not editable", ".\n", { "setup.py": "" }),
  fine("a folder of the commit", "./lib\n-e ./lib\n", { "lib/pyproject.toml": "" }),
  fine("a wheel of the commit", "vendor/a-1.0-py3-none-any.whl\n", { "vendor/a-1.0-py3-none-any.whl": "x" }),
  bad("a wheel that is not in the commit", "vendor/a-1.0-py3-none-any.whl\n", FIRST, "does not have"),
  bad("the app itself, which is no package", "-e .\n", FIRST, "neither a pyproject.toml"),
  bad("a folder outside", "-e ../lib\n", FIRST, "folder that the commit does not have"),
  bad("a folder that is not in the commit", "./lib\n", FIRST, "folder that the commit does not have"),
  fine("a file in a submodule", "lib/a.tar.gz\n", { lib: "" }, { modes: { lib: "160000" } }),

  bad("a repository over SSH", "foo @ git+ssh://git@github.com/me/foo.git@v1\n", FIRST, "no key"),
  bad("the same, editable", "-e git+ssh://git@github.com/me/foo.git@v1#egg=foo\n", FIRST, "no key"),
  bad(
    "a repository over SSH when a hook of the build may set up a key",
    "foo @ git+ssh://git@github.com/me/foo.git@v1\n",
    "warning requirements.txt:1",
    "no key",
    { "bin/pre_compile": "" },
  ),
  fine("a commit of a repository", "foo @ git+https://github.com/me/foo.git@0123abc\n"),
  fine("a tag with a name behind", "git+https://github.com/me/foo@v1#egg=foo\n"),
  bad(
    "no commit",
    "foo @ git+https://github.com/me/foo.git\n",
    "warning requirements.txt:1",
    "newest commit",
  ),
  bad(
    "a user is no commit",
    "git+https://u:p@x.example/foo.git#egg=foo\n",
    "warning requirements.txt:1",
    "`@`",
  ),
  bad("GitHub's old protocol", "git+git://github.com/me/foo.git#egg=foo\n", FIRST, "`git+https://`"),

  bad("a config var", "foo @ https://$" + "{TOKEN}@x.example/a-1.zip\n", FIRST, "`TOKEN`"),
  bad("a config var in an option", "--extra-index-url https://$" + "{T_1}@x.example\nfoo\n", FIRST, "`T_1`"),
  bad("a config var in an include", "-r $" + "{WHERE}.txt\n", FIRST, "`WHERE`"),
  fine("a variable that builds have", "-f file://$" + "{PWD}/wheels\nfoo\n"),
  fine("a config var in a comment", "foo # $" + "{TOKEN}\n"),
  fine("no variable for pip", "--index-url https://x.example/$TOKEN\nfoo\n"),

  bad("Debian's line", "flask\npkg-resources==0.0.0\n", "error requirements.txt:2", "no such package"),
  bad("Debian's line with an underscore", "pkg_resources==0.0.0\n", FIRST, "no such package"),
  bad("for Windows only", "pywin32==306\n", FIRST, "Windows"),
  bad("for macOS only", "pyobjc-framework-Cocoa==10\n", FIRST, "macOS"),
  fine("for Windows, with its marker", 'pywin32==306 ; sys_platform == "win32"\n'),
  fine("for any system in spite of its name", "appnope==0.1.4\npywin32-ctypes==0.2.2\n"),

  bad("a local version", "torch==2.1.0+cpu\n", "warning requirements.txt:1", "`torch==2.1.0`"),
  fine("a local version with another index", "-i https://x.example/whl\ntorch==2.1.0+cpu\n"),
  fine("a local version with its index", "--extra-index-url https://x.example/whl\ntorch==2.1.0+cpu\n"),
  fine("a local version with its folder", "-f ./wheels\ntorch==2.1.0+cpu\n"),

  bad("two pins", "flask==3.1.3\nFlask==2.2.5\n", "error requirements.txt:2", "asked for twice"),
  bad("a pin out of the range", "flask>=3\nflask==2.2.5\n", "error requirements.txt:2", "asked for twice"),
  bad(
    "a pin that an included file excludes",
    "flask==3.1.3\n-r base.txt\n",
    "error base.txt:1",
    "`requirements.txt`",
    {
      "base.txt": "flask<3\n",
    },
  ),
  bad("a pin that a constraint excludes", "flask==3.1.3\n-c c.txt\n", "error c.txt:1", "twice", {
    "c.txt": "flask<3",
  }),
  fine("the same pin twice", "flask==3.1.3\nflask==3.1.3\n"),
  fine("a pin in the range", "flask>=3\nflask==3.1.3\nflask\n"),
  fine("two pins for two systems", "a==1; os_name == 'nt'\na==2; os_name == 'posix'\n"),
  fine("constraints alone", "gunicorn\n-c c.txt\n", { "c.txt": "flask==1\nflask==2\n" }),

  bad("a merge conflict", "flask\n<<<<<<< HEAD\n", "error requirements.txt:2", "merge conflict"),
  [
    "a whole merge conflict",
    { "requirements.txt": "<<<<<<< HEAD\nflask==3\n=======\nflask==2\n>>>>>>> x\n" },
    [
      [FIRST, "merge conflict"],
      ["error requirements.txt:3", "merge conflict"],
      ["error requirements.txt:5", "merge conflict"],
      ["error requirements.txt:4", "asked for twice"],
    ],
  ],
  bad("pip list", "Package Version\n------- -----\nflask   3.1.3\nclick   8\n", FIRST, "`pip list`"),
  bad("conda's format", "flask=3.1.3=py311h06a4308_0\n", FIRST, "conda"),
  bad("a single equals sign", "flask = 3.1.3\n", FIRST, "`==`"),
  bad("a command", "pip install flask\n", FIRST, "a command"),
  bad("Poetry's caret", "flask^3.1\n", FIRST, "Poetry"),
  bad("anything else", "* flask\n", FIRST, "cannot read this line"),
  bad("an option for a package", "-flask==1\n", "warning requirements.txt:1", "Delete the dash"),

  bad("UTF-16", "", "warning requirements.txt:-", "`requirements.txt` is written in UTF-16", {
    "requirements.txt": utf16("flask\r\n"),
  }),
  bad("another encoding", "", FIRST, "not in UTF-8", {
    "requirements.txt": Buffer.from("caf\xe9", "latin1"),
  }),
  bad("an included file that is not there", "-r gone.txt\n", FIRST, "not in what is pushed"),
  bad("an included file outside", "-r ../x.txt\n", FIRST, "not in what is pushed"),
  bad("an included file of this computer", "-r file:///home/x.txt\n", FIRST, "not in what is pushed"),
  bad("a circle", "-r requirements.txt\n", FIRST, "includes itself"),
  fine("an included link", "-r base.txt\n", { "base.txt": "other.txt" }, { modes: { "base.txt": "120000" } }),
  fine("an included address", "-r https://x.example/r.txt\n"),

  bad("a line without a hash", `flask==3.1.3 ${HASH}\nclick==8\n`, "error requirements.txt:2", "`--hash`"),
  fine("hashes everywhere", `flask==3.1.3 ${HASH}\nclick==8 ${HASH}\n`),
  fine("a hash in the address", `flask==3.1.3 ${HASH}\na @ https://x.example/a.zip#sha256=abc\n`),

  bad(
    "many of one kind",
    "a @ file:///a\nb @ file:///b\nc @ file:///c\nd @ file:///d\n",
    FIRST,
    "3 more lines (2, 3, 4)",
  ),
];

test.for(ROWS)("%s", (row) => expectFindings(requirementsUnusable, row));

test.for([
  ["Debian's line", "a\npkg-resources==0.0.0\nb\n", "a\nb\n"],
  ["for Windows", "pywin32==306  # why\n", 'pywin32==306; sys_platform == "win32"  # why\n'],
  [
    "a local version",
    "torch[x]==2.1.0+cpu ; os_name == 'posix' # why\n",
    "torch[x]==2.1.0 ; os_name == 'posix' # why\n",
  ],
] as const)("the fix for %s", ([, before, after]) => {
  const { files, remarks } = fixed(requirementsUnusable, { "requirements.txt": before });
  expect(files["requirements.txt"]).toBe(after);
  expect(remarks).toEqual([]);
});

test("the tested version takes the place of a path", () => {
  const installed = { foo: "1.2+local" };
  const { files, remarks } = fixed(
    requirementsUnusable,
    { "requirements.txt": "foo @ file:///x  # why\n" },
    { installed },
  );
  expect(files["requirements.txt"]).toBe("foo==1.2  # why\n");
  expect(remarks).toEqual([]);
});

test("no secret of an address is said", () => {
  const files = { "requirements.txt": "a @ git+https://u:s3cret@x.example/a.git\n=s3cret= s3cret\n" };
  expect(JSON.stringify(fixed(requirementsUnusable, files).remarks)).not.toContain("s3cret");
});
