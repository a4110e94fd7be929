import { readdir } from "node:fs/promises";
import { BuildFailed } from "./build-failed.ts";

/** Files and folders that make Heroku's Python buildpack take an app (its bin/detect). */
const PYTHON = [
  ".python-version",
  "__init__.py",
  "app.py",
  "main.py",
  "manage.py",
  "pdm.lock",
  "Pipfile",
  "Pipfile.lock",
  "poetry.lock",
  "pyproject.toml",
  "requirements.txt",
  "runtime.txt",
  "server.py",
  "setup.cfg",
  "setup.py",
  "uv.lock",
  "__pycache__",
  ".venv",
  "venv",
  "requirement.txt",
  "Requirements.txt",
  "requirements.text",
  "requirements.txt.txt",
  "requirments.txt",
];

/** Throws BuildFailed when nothing in the root says that this is a Python app. */
export async function detectPython(folder: string): Promise<void> {
  const names = await readdir(folder);
  if (names.some((name) => PYTHON.includes(name))) return;
  throw new BuildFailed(
    [
      "No default language could be detected for this app.",
      "",
      "HINT: This occurs when Heroku cannot detect the buildpack to use for this application automatically.",
      "See https://devcenter.heroku.com/articles/buildpacks",
    ],
    { verdict: "Push rejected, no buildpack detected." },
  );
}
