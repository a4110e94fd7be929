import { test } from "vitest";
import { packageManagers } from "../../src/checks/package-managers.ts";
import { expectFindings, type Row } from "./findings.ts";

const LISTS = ["requirements.txt", "Pipfile.lock", "poetry.lock", "uv.lock"];

const ROWS: readonly Row[] = [
  ...LISTS.map((name): Row => [`${name} alone`, { [name]: "" }, []]),
  ["the two files of Pipenv", { Pipfile: "", "Pipfile.lock": "" }, []],
  ["a pyproject.toml for tools", { "pyproject.toml": "", "requirements.txt": "" }, []],
  ["setup.py beside a list", { "setup.py": "", "requirements.txt": "." }, []],
  ["lists in other folders", { "requirements.txt": "", "tools/poetry.lock": "" }, []],
  ["nothing at all, of which requirements-missing speaks", { "app.py": "" }, []],
  ["a misnamed list, of which requirements-missing speaks", { "setup.py": "", "requirement.txt": "" }, []],
  [
    "requirements.txt and Pipenv",
    { "requirements.txt": "", Pipfile: "", "Pipfile.lock": "{}" },
    [["error Pipfile.lock:-", "`git rm Pipfile.lock` or `git rm requirements.txt`"]],
  ],
  [
    "Poetry and uv",
    { "pyproject.toml": "", "poetry.lock": "", "uv.lock": "" },
    [["error uv.lock:-", "poetry.lock and uv.lock"]],
  ],
  [
    "three",
    { "requirements.txt": "", "poetry.lock": "", "uv.lock": "" },
    [["error uv.lock:-", "delete the others"]],
  ],
  [
    "requirements.txt and a Pipfile without its lock",
    { "requirements.txt": "", Pipfile: "" },
    [["warning Pipfile:-", "Delete the Pipfile"]],
  ],
  ["a Pipfile without its lock", { Pipfile: "" }, [["error Pipfile:-", "`pipenv lock`"]]],
  ["a pyproject.toml without a lock", { "pyproject.toml": "" }, [["error pyproject.toml:-", "`uv lock`"]]],
  ["a setup.py alone", { "setup.py": "" }, [["error setup.py:-", "single line `.`"]]],
  ["a conda environment", { "environment.yml": "" }, [["error environment.yml:-", "conda"]]],
];

test.for(ROWS)("%s", (row) => expectFindings(packageManagers, row));
