import { expect, test } from "vitest";
import { usesFlaskMigrate } from "../../src/project/migrations.ts";
import { project } from "../support/project.ts";

test.for([
  ["listed, with its folder", { "requirements.txt": "Flask-Migrate==4\n", "migrations/env.py": "" }, true],
  [
    "listed in an included file",
    { "requirements.txt": "-r b.txt\n", "b.txt": "flask_migrate\n", "migrations/env.py": "" },
    true,
  ],
  ["no folder", { "requirements.txt": "Flask-Migrate\n" }, false],
  ["a folder without env.py", { "requirements.txt": "Flask-Migrate\n", "migrations/README": "" }, false],
  ["not listed", { "requirements.txt": "alembic\n", "migrations/env.py": "" }, false],
  [
    "not for Linux",
    { "requirements.txt": "Flask-Migrate; os_name == 'nt'\n", "migrations/env.py": "" },
    false,
  ],
  ["no requirements.txt", { "migrations/env.py": "" }, false],
] as const)("%s", ([, files, uses]) => expect(usesFlaskMigrate(project(files))).toBe(uses));
