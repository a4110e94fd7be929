import { test } from "vitest";
import { containerDeploy } from "../../src/checks/container-deploy.ts";
import { expectFindings, type Row } from "./findings.ts";

const MANIFEST = "build:\n  docker:\n    web: Dockerfile\n";

const ROWS: readonly Row[] = [
  ["a heroku.yml", { "heroku.yml": MANIFEST, Dockerfile: "" }, [["notice heroku.yml:-", "Dockerfile"]]],
  [
    "a heroku.yml and the stack for it",
    { "heroku.yml": MANIFEST },
    [["notice heroku.yml:-", "nothing was checked"]],
    { stack: "container" },
  ],
  ["the stack without a heroku.yml", { Dockerfile: "" }, [["error -:-", "refused"]], { stack: "container" }],
  ["a heroku.yml in a folder", { "docker/heroku.yml": MANIFEST }, []],
  ["a heroku.yml that the stack has no use for", { "heroku.yml": MANIFEST }, [], { stack: "heroku-24" }],
  ["a Dockerfile alone", { Dockerfile: "", Procfile: "web: gunicorn app:app" }, []],
];

test.for(ROWS)("%s", (row) => expectFindings(containerDeploy, row));
