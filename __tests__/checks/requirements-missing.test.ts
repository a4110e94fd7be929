import { test } from "vitest";
import { requirementsMissing } from "../../src/checks/requirements-missing.ts";
import { expectFindings, type Row } from "./findings.ts";

const ROWS: readonly Row[] = [
  ...["requirements.txt", "Pipfile.lock", "poetry.lock", "uv.lock"].map(
    (name): Row => [name, { [name]: "" }, []],
  ),
  ["a link", { "requirements.txt": "reqs/prod.txt" }, [], { modes: { "requirements.txt": "120000" } }],
  ["nothing", { "app.py": "" }, [["error -:-", "`pip freeze > requirements.txt`"]]],
  ["nothing in the app's folder", { "app.py": "" }, [["error -:-", "in `backend`"]], { appDir: "backend" }],
  ...[
    "requirement.txt",
    "Requirements.txt",
    "requirements.text",
    "requirements",
    "reqs.txt",
    "requirements.in",
  ].map(
    (name): Row => [name, { [name]: "flask" }, [[`error ${name}:-`, `git mv \`${name}\` requirements.txt`]]],
  ),
  [
    "in a folder",
    { "backend/requirements.txt": "" },
    [["error backend/requirements.txt:-", "`-r backend/requirements.txt`"]],
  ],
  [
    "in a folder of that name",
    { "requirements/prod.txt": "", "requirements/dev.txt": "" },
    [["error requirements/prod.txt:-", "`-r requirements/prod.txt`"]],
  ],
  ["only for development", { "requirements-dev.txt": "" }, [["error -:-", "pip freeze"]]],
  ["in a dependency's folder", { "node_modules/x/requirements.txt": "" }, [["error -:-", "pip freeze"]]],
  ["Python modules of that name", { "requirements.py": "" }, [["error -:-", "pip freeze"]]],
  ...["Pipfile", "pyproject.toml", "setup.py", "environment.yml"].map(
    (name): Row => [`${name}, of which package-managers speaks`, { [name]: "" }, []],
  ),
];

test.for(ROWS)("%s", (row) => expectFindings(requirementsMissing, row));
