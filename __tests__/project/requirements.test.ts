import { beforeAll, describe, expect, test } from "vitest";
import { herokuMarkers } from "../../src/project/python-version.ts";
import { lists, type Requirements, readRequirements } from "../../src/project/requirements.ts";
import { contents, feed, treeOfFiles } from "../support/project.ts";
import { ask } from "./python.ts";
import { INPUTS } from "./requirements-table.ts";

const environment = herokuMarkers("3.14.7");

function read(files: Readonly<Record<string, string | Buffer>>): Requirements {
  const given = contents(files);
  return feed(readRequirements("requirements.txt", treeOfFiles(given), environment), given);
}

describe("the same as pip's own parser", () => {
  let pip: Record<string, unknown>;

  beforeAll(async () => {
    const projects = INPUTS.map(([, files]) =>
      Object.fromEntries([...contents(files)].map(([path, bytes]) => [path, bytes.toString("base64")])),
    );
    pip = await ask("pip-requirements.py", [projects, environment]);
    expect(pip.version).toBe("26.2.1");
  }, 120_000);

  test.for(INPUTS.map(([name, files], index) => [name, files, index] as const))("%s", ([, files, index]) => {
    expect(comparable(read(files))).toEqual(sorted(Object(pip.results)[index]));
  });
});

function comparable({ entries, unnamed, constraints, problems }: Requirements) {
  if (problems.length > 0) return "refused";
  const named = (constraint: boolean) => (entry: Requirements["entries"][number]) => ({
    key: entry.key,
    extras: [...entry.extras].sort(),
    specifier: entry.specifier.split(",").filter(Boolean).sort(),
    constraint,
    editable: entry.editable,
    hashes: entry.hashes,
    active: entry.active,
    line: entry.line,
  });
  const nameless = unnamed.map(({ editable, active, line }) => ({
    key: null,
    extras: [],
    specifier: [],
    constraint: false,
    editable,
    hashes: 0,
    active,
    line,
  }));
  return sorted([...entries.map(named(false)), ...nameless, ...constraints.map(named(true))]);
}

function sorted(result: unknown): unknown {
  return Array.isArray(result) ? result.map((entry) => JSON.stringify(entry)).sort() : result;
}

test("what cannot be read is named with its file and line, and the rest is read", () => {
  const { entries, problems } = read({
    "requirements.txt": "flask\n-r base.txt\n-r ../outside.txt\n-r https://example.com/r.txt\n",
    "base.txt": "\nflask = 3\ngunicorn\n-r base.txt\n",
  });
  expect(entries.map(({ key }) => key)).toEqual(["flask", "gunicorn"]);
  expect(problems).toMatchObject([
    { file: "base.txt", line: 2, kind: "bad-line" },
    { file: "base.txt", line: 4, kind: "recursive" },
    { file: "requirements.txt", line: 3, kind: "missing-file" },
    { file: "requirements.txt", line: 4, kind: "remote-file" },
  ]);
});

test("an entry knows its file, its line, and its options", () => {
  const { entries, options } = read({
    "requirements.txt": "--extra-index-url https://example.com/simple\n-r base.txt\n",
    "base.txt": `# web\nFlask_Migrate[x]==4.1 ; python_version < "3.9" --hash=sha256:${"a".repeat(64)}\n`,
  });
  expect(entries).toMatchObject([
    {
      name: "Flask_Migrate",
      key: "flask-migrate",
      extras: ["x"],
      specifier: "==4.1",
      file: "base.txt",
      line: 2,
      active: false,
      hashes: 1,
    },
  ]);
  expect(options).toEqual(new Map([["extra-index-url", ["https://example.com/simple"]]]));
});

test.for([
  ["one long line", "x".repeat(1_000_000)],
  ["a million blanks", `flask${" ".repeat(1_000_000)}==3`],
  ["a million backslashes", "\\".repeat(1_000_000)],
  ["many lines", "flask\n".repeat(150_000)],
  ["many continuations", "\\\n".repeat(300_000)],
  ["many hashes", `flask ${"--hash=sha256:a ".repeat(60_000)}`],
  ["many options", "--pre\n".repeat(150_000)],
  ["deep brackets", `flask; ${"( ".repeat(500_000)}`],
  ["many comments", "#".repeat(1_000_000)],
  ["many commas", `flask>1${",>1".repeat(300_000)}`],
  ["many extras", `flask[a${",a".repeat(300_000)}]`],
  ["many egg fragments", `git+https://x${"#egg=".repeat(200_000)}`],
  ["many wheels", `https://${"a-1-".repeat(250_000)}.whl`],
] as const)("hostile: %s", ([, text]) => {
  const start = performance.now();
  read({ "requirements.txt": text });
  expect(performance.now() - start).toBeLessThan(2000);
});

test("files that include each other twice end soon", () => {
  const names = Array.from({ length: 40 }, (_, index) => `r${index}.txt`);
  const files = Object.fromEntries(names.map((name, index) => [name, `-r r${index + 1}.txt\n`.repeat(2)]));
  const { problems } = read({ ...files, "requirements.txt": "-r r0.txt\n" });
  expect(problems.map(({ kind }) => kind)).toContain("too-large");
});

test("every line is kept as it stands, and so is which files are in UTF-16", () => {
  const { lines, wide, problems } = read({
    "requirements.txt": "flask # web\n--pre\n-r base.txt\n-r gone.txt\n",
    "base.txt": Buffer.from("\uFEFFgunicorn \\\n  --hash=sha256:ab\n", "utf16le"),
  });
  expect(lines).toMatchObject([
    { file: "requirements.txt", line: 1, lastLine: 1, text: "flask", source: "flask # web" },
    { text: "--pre" },
    { text: "-r base.txt" },
    { file: "base.txt", line: 1, lastLine: 2, source: "gunicorn \\\n  --hash=sha256:ab" },
    { line: 4 },
  ]);
  expect(wide).toEqual(["base.txt"]);
  expect(problems).toMatchObject([{ kind: "missing-file", path: "gone.txt" }]);
});

test("what is listed is listed for Heroku: a marker that does not hold there lists nothing", () => {
  const requirements = read({ "requirements.txt": "flask\npsycopg2; sys_platform == 'win32'\n" });
  expect(lists({ requirements }, "psycopg", "flask")).toBe(true);
  expect(lists({ requirements }, "psycopg2")).toBe(false);
  expect(lists({ requirements: undefined }, "flask")).toBe(false);
});
