import { expect, test } from "vitest";
import { inspect } from "../../src/report/inspect.ts";
import { project } from "../support/project.ts";

const APP = { "app.py": "app = 1\n", "requirements.txt": "gunicorn\n" };

test("what is turned off is counted, whichever way", () => {
  const files = { ...APP, Procfile: "worker: python app.py # heroku-check: ignore procfile-web\n" };
  expect(inspect(project(files), { skip: [] })).toEqual({
    anchor: "Procfile",
    findings: [],
    ignored: 1,
    patch: null,
    correctedRequirements: null,
  });
  expect(inspect(project(APP), { skip: ["procfile-missing"] })).toMatchObject({ findings: [], ignored: 1 });
  expect(inspect(project(APP), { skip: [] })).toMatchObject({
    findings: [{ check: "procfile-missing" }],
    ignored: 0,
  });
});

test("a finding has its own fix as a diff, with paths of the repository", () => {
  const files = { ...APP, Procfile: "web: gunicorn app:app\n", "requirements.txt": "flask\nFlask\n" };
  const { findings } = inspect(project({ ...files, "runtime.txt": "python-3.13.1\n" }, { appDir: "web" }), {
    skip: [],
  });
  const fixed = findings.filter(({ edits }) => edits !== undefined);
  expect(fixed.length).toBeGreaterThan(0);
  for (const { diff } of fixed) expect(diff).toMatch(/^diff --git a\/web\//);
  for (const { edits, diff } of findings) if (!edits) expect(diff).toBeUndefined();
});

test.for([
  ["Procfile", { "app.py": "", "requirements.txt": "", Procfile: "" }],
  ["requirements.txt", { "app.py": "", "requirements.txt": "" }],
  ["wsgi.py", { "a/b.py": "", "wsgi.py": "" }],
  ["a/b.py", { "a/b.py": "" }],
  [null, {}],
] as const)("what is about no file is shown at %s", ([anchor, files]) => {
  expect(inspect(project(files), { skip: [] }).anchor).toBe(anchor);
});
