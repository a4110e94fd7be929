import { execFile } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { beforeAll, describe, expect, test } from "vitest";
import { herokuMarkers } from "../../src/project/python-version.ts";
import { type Requirements, readRequirements } from "../../src/project/requirements.ts";
import { contents, feed, treeOfFiles } from "../support/project.ts";
import { INPUTS } from "./requirements-table.ts";

// script/bootstrap makes it, with the pip that Heroku has.
const PYTHON = join(import.meta.dirname, "../../.venv/bin/python");

const environment = herokuMarkers("3.14.7");

function read(files: Readonly<Record<string, string | Buffer>>): Requirements {
  const given = contents(files);
  return feed(readRequirements("requirements.txt", treeOfFiles(given), environment), given);
}

describe("the same as pip's own parser", () => {
  let pip: { version: string; results: unknown[] };

  beforeAll(async () => {
    const child = execFile(PYTHON, ["-I", join(import.meta.dirname, "pip-requirements.py")]);
    const projects = INPUTS.map(([, files]) =>
      Object.fromEntries([...contents(files)].map(([path, bytes]) => [path, bytes.toString("base64")])),
    );
    child.stdin?.end(JSON.stringify([projects, environment]));
    const [output] = await Promise.all([text(child.stdout ?? process.stdin), once(child, "close")]);
    pip = JSON.parse(output);
    expect(pip.version).toBe("26.2.1");
  }, 60_000);

  test.for(INPUTS.map(([name, files], index) => [name, files, index] as const))("%s", ([, files, index]) => {
    expect(comparable(read(files))).toEqual(sorted(pip.results[index]));
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
