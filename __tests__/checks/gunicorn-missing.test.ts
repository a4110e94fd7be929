import { expect, test } from "vitest";
import { gunicornMissing } from "../../src/checks/gunicorn-missing.ts";
import { type Files, type ProjectOptions, project } from "../support/project.ts";
import { edited } from "./edited.ts";
import { expectFindings, type Row } from "./findings.ts";

function lists(
  name: string,
  requirements: string,
  found: Row[2],
  files: Files = {},
  options?: ProjectOptions,
): Row {
  return [
    name,
    { Procfile: "web: gunicorn app:app", "requirements.txt": requirements, ...files },
    found,
    options,
  ];
}

function worker(
  name: string,
  option: string,
  requirements: string,
  found: Row[2] = [],
  options?: ProjectOptions,
): Row {
  return [
    name,
    { Procfile: `web: gunicorn ${option} app:app`, "requirements.txt": requirements },
    found,
    options,
  ];
}

const WORKERS: readonly Row[] = [
  worker("threads", "-k gthread --threads 4", "gunicorn\n"),
  worker("gevent, listed", "-k gevent", "gunicorn\ngevent==25.9.1\n"),
  worker("gevent, by an extra", "--worker-class=gevent", "gunicorn[gevent]\n"),
  worker("gevent, by a package that needs it", "-kgevent", "gunicorn\ngevent-websocket\n"),
  worker("gevent, by a package of the environment", "-k gevent", "gunicorn\nmy-sockets\n", [], {
    installed: { gunicorn: "23.0.0", "my-sockets": { requires: ["gevent"] }, gevent: "25.9.1" },
  }),
  worker("a class that depends on a variable", "-k $WORKER", "gunicorn\n"),
  worker("eventlet, with a gunicorn that has it", "-k eventlet", "eventlet\ngunicorn==25.3.0\n"),
  worker("eventlet, with a gunicorn below a limit", "-k eventlet", "eventlet\ngunicorn<26\n"),
  worker("eventlet, with a gunicorn that another package brings", "-k eventlet", "eventlet\nmlflow\n"),
  worker("a class of the app's own", "-k workers.Mine", "gunicorn\n"),
  worker("a list that cannot be read", "-k gevent", "gunicorn\n-r missing.txt\n"),
];

const WORKERS_MISSING: readonly Row[] = [
  worker("gevent", "-k gevent", "gunicorn\n", [["error Procfile:1", "gevent is not in requirements.txt"]]),
  worker("eventlet", "--worker-class eventlet -w 1", "gunicorn==23.0.0\n", [
    ["error Procfile:1", "eventlet is not in requirements.txt"],
  ]),
  worker("eventlet, which the newest gunicorn has no more", "-k eventlet", "eventlet==0.40.3\ngunicorn\n", [
    ["error Procfile:1", "gunicorn 26 and newer have no more"],
  ]),
  worker(
    "eventlet by its class",
    "-k gunicorn.workers.geventlet.EventletWorker",
    "eventlet\ngunicorn>=23\n",
    [["error Procfile:1", "gunicorn 26 and newer"]],
  ),
  worker("eventlet, not listed and no more in that gunicorn", "-k eventlet", "gunicorn==27.0.1\n", [
    ["error Procfile:1", "gunicorn 26 and newer"],
  ]),
  worker("uvicorn", "-k uvicorn.workers.UvicornWorker", "gunicorn\n", [
    ["error Procfile:1", "uvicorn is not in"],
  ]),
  worker("gevent for Windows only", "-k gevent", "gunicorn\ngevent; sys_platform == 'win32'\n", [
    ["error Procfile:1", "`gevent`"],
  ]),
];

const ROWS: readonly Row[] = [
  lists("gunicorn listed", "flask\nGunicorn==23.0.0\n", []),
  lists("gunicorn in an included file", "-r base.txt\n", [], { "base.txt": "gunicorn\n" }),
  lists("gunicorn with a marker that holds", "gunicorn; sys_platform != 'win32'\n", []),
  lists("a package that brings gunicorn", "mlflow\n", []),
  lists("an extra of that name", "my-server[gunicorn]\n", []),
  lists(
    "a dependency of a listed package",
    "my-server\n",
    [],
    {},
    {
      installed: { "my-server": { requires: ["gunicorn>=20"] }, gunicorn: "23.0.0" },
    },
  ),
  lists("a local package, which may bring it", ".\n", [], { "setup.py": "" }),
  lists("an included file that is missing", "flask\n-r prod.txt\n", []),
  lists("a line that cannot be read", "flask\ngunicorn = 23\n", []),
  lists("not listed", "flask\n", [["error requirements.txt:-", "`gunicorn: command not found`"]]),
  lists(
    "installed, but not listed",
    "flask\n",
    [["error requirements.txt:-", "`gunicorn==23.0.0`"]],
    {},
    {
      installed: { flask: "3.1.3", gunicorn: "23.0.0" },
    },
  ),
  lists("a name that is only alike", "gunicorn-color\n", [
    ["error requirements.txt:-", "not in requirements.txt"],
  ]),
  lists("only a comment", "flask\n# gunicorn\n", [["error requirements.txt:-", "not in requirements.txt"]]),
  lists("for Windows only", "flask\ngunicorn; sys_platform == 'win32'\n", [
    ["error requirements.txt:2", "does not hold"],
  ]),
  lists("only a constraint", "flask\n-c limits.txt\n", [["error limits.txt:1", "installs nothing"]], {
    "limits.txt": "gunicorn<24\n",
  }),
  ["another server", { Procfile: "web: waitress-serve app:app", "requirements.txt": "waitress\n" }, []],
  ["no requirements.txt", { Procfile: "web: gunicorn app:app", "poetry.lock": "" }, []],
  ["no Procfile", { "requirements.txt": "flask\n" }, []],
];

test.for([...WORKERS, ...WORKERS_MISSING])("worker class: %s", (row) => expectFindings(gunicornMissing, row));

test.for(WORKERS_MISSING)("the edit lists its package: %s", ([, files]) =>
  expect(gunicornMissing.find(project(edited(gunicornMissing, files)))).toEqual([]),
);

test("the edit lists gunicorn in the version of the environment", () => {
  const files = { Procfile: "web: gunicorn app:app", "requirements.txt": "flask" };
  const after = edited(gunicornMissing, files, { installed: { flask: "3.1.3", gunicorn: "23.0.0" } });
  expect(after["requirements.txt"]).toBe("flask\ngunicorn==23.0.0\n");
  expect(gunicornMissing.find(project(after))).toEqual([]);
});

const HASH = `--hash=sha256:${"0".repeat(64)}`;

test.for([
  ["a worker's package", "-k gevent", `gunicorn==23.0.0 ${HASH}\n`],
  ["a worker's package, by the option", "-k gevent", "--require-hashes\ngunicorn==23.0.0\n"],
  ["gunicorn", "", `flask==3.1.3 ${HASH}\n`],
] as const)("no edit where it would lack its hash: %s", ([, option, requirements]) => {
  const files = { Procfile: `web: gunicorn ${option} app:app`, "requirements.txt": requirements };
  const remarks = gunicornMissing.find(project(files));
  expect(remarks).toMatchObject([{ level: "error", edits: [] }]);
});

test.for(ROWS)("%s", (row) => expectFindings(gunicornMissing, row));
