import { expect, test } from "vitest";
import { likelyVersion, lists } from "../../src/project/likely-version.ts";
import { project } from "../support/project.ts";

test.for([
  ["SQLAlchemy==2.0.36", "2.0.36"],
  ["flask", "9999"],
  ["sqlalchemy<2.1", "2.0.9999"],
  ["sqlalchemy>=1.4,<2", "1.9999"],
  ["sqlalchemy~=1.3.0", "1.3.9999"],
  ["sqlalchemy\n-c limits.txt", "2.0.9999"],
  ["sqlalchemy @ https://example.org/sqlalchemy.zip", undefined],
  ["sqlmodel", undefined],
  ["sqlmodel\nsqlalchemy==2.0.58", "2.0.58"],
  ["sqlalchemy\n-r missing.txt", undefined],
])("%s", ([text = "", version]) => {
  const files = { "requirements.txt": `${text}\n`, "limits.txt": "sqlalchemy<2.1\n" };
  expect(likelyVersion(project(files), "sqlalchemy")).toBe(version);
});

test("nothing is known without a requirements.txt", () => {
  expect(likelyVersion(project({}), "sqlalchemy")).toBeUndefined();
  expect(lists(project({}), "flask")).toBe(false);
});

test("a package with a marker that does not hold on Heroku is not listed", () => {
  const text = "flask\npsycopg2; sys_platform == 'win32'\n";
  expect(lists(project({ "requirements.txt": text }), "psycopg", "flask")).toBe(true);
  expect(lists(project({ "requirements.txt": text }), "psycopg2")).toBe(false);
});
