import { expect, test } from "vitest";
import { installedOnHeroku, newestFitting } from "../../src/project/allowed-version.ts";
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
  ["not listed", "gunicorn\n", "flask", undefined],
  ["listed over and over", "flask==2.2.5\n".repeat(51), "flask", undefined],
  ["brought by Flask", "flask>=2\n", "werkzeug", "9999"],
  ["brought by an old Flask", "flask==1.1.2\n", "werkzeug", undefined],
  ["listed besides Flask", "flask\njinja2<3.1\n", "jinja2", "3.0.9999"],
] as const)("%s", ([, text, key, version]) => {
  const { requirements } = project({ "requirements.txt": text, "c.txt": "flask<3\n" });
  expect(installedOnHeroku(requirements, key)).toBe(version);
});
