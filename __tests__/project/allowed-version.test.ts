import { expect, test } from "vitest";
import { installedOnHeroku, likelyVersion, newestFitting } from "../../src/project/allowed-version.ts";
import { project } from "../support/project.ts";

test.for([
  ["", "9999"],
  [">=2", "9999"],
  ["!=3.0", "9999"],
  ["==2.2.5", "2.2.5"],
  ["===2.2.5", "2.2.5"],
  ["==2.2.*", "2.2.9999"],
  ["~=2.2.0", "2.2.9999"],
  ["~=2.2", "2.9999"],
  ["<3", "2.9999"],
  ["<2.3", "2.2.9999"],
  ["<3.0.0", "2.9999"],
  [">=1,<=2.0.3", "2.0.3"],
  ["<3,<2.1", "2.0.9999"],
  ["==1,==2", undefined],
] as const)("the newest that fits %s", ([specifier, version]) => {
  expect(newestFitting(specifier)).toBe(version);
});

test.for([
  ["pinned", "flask==2.2.5\n", "flask", "2.2.5"],
  ["bound by a constraint", "flask\n-c c.txt\n", "flask", "2.9999"],
  ["for another system", "flask; os_name == 'nt'\n", "flask", undefined],
  ["from a URL", "flask @ https://example.com/f.zip\n", "flask", undefined],
  ["from the URL of a constraint", "werkzeug\n-c c.txt\n", "werkzeug", undefined],
  ["not listed", "gunicorn\n", "flask", undefined],
  ["listed over and over", "flask==2.2.5\n".repeat(51), "flask", undefined],
  ["brought by Flask", "flask>=2\n", "werkzeug", "9999"],
  ["brought by an old Flask", "flask==1.1.2\n", "werkzeug", undefined],
  ["listed besides Flask", "flask\njinja2<3.1\n", "jinja2", "3.0.9999"],
] as const)("%s", ([, text, key, version]) => {
  const { requirements } = project({
    "requirements.txt": text,
    "c.txt": "flask<3\nwerkzeug @ https://example.com/w.zip\n",
  });
  expect(installedOnHeroku(requirements, key)).toBe(version);
});

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
] as const)("likely for %s", ([text, version]) => {
  const files = { "requirements.txt": `${text}\n`, "limits.txt": "sqlalchemy<2.1\n" };
  expect(likelyVersion(project(files), "sqlalchemy")).toBe(version);
});

test("nothing is known of a package that is listed over and over", () => {
  const text = "sqlalchemy==2.0.36\n".repeat(51);
  expect(likelyVersion(project({ "requirements.txt": text }), "sqlalchemy")).toBeUndefined();
});

test("nothing is known without a requirements.txt", () => {
  expect(likelyVersion(project({}), "sqlalchemy")).toBeUndefined();
});
