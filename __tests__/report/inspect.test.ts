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
