import { expect, test } from "vitest";
import { OWN_FILES, pip } from "../../src/local-heroku/build/pip.ts";

test.for<[line: string, own: boolean]>([
  ["-r base.txt", true],
  ["-rbase.txt", true],
  ["-cc.txt", true],
  ["  --requirement=base.txt", true],
  ["-e .", true],
  ["-f vendor", true],
  ["-fvendor", true],
  ["--find-links vendor", true],
  ["--find-links=vendor", true],
  ["./vendor/foo", true],
  ["vendor/foo-1.0.zip", true],
  ["foo-1.0-py3-none-any.whl", true],
  ["foo-1.0+cpu.tar.gz", true],
  ["foo-1.0.zip[extra] ; python_version > '3'", true],
  ["foo @ file:vendor/foo-1.0.zip", true],
  ["flask==3.1.0", false],
  ["zipp==3.21.0", false],
  ["flask  # see base.txt, vendor/foo.whl and -r", false],
  ["--index-url https://example.com/simple", false],
  ["-f https://example.com/wheels.html", false],
  ["--find-links=https://example.com/wheels", false],
  ["foo @ https://example.com/foo-1.0.zip", false],
  ["https://example.com/foo-1.0-py3-none-any.whl", false],
])("whether `%s` leads to a file of the app's own: %s", ([line, own]) => {
  expect(OWN_FILES.test(`gunicorn==23.0.0\n${line}\nalembic`)).toBe(own);
});

test.for([
  ["3.12", 13, true],
  ["3.13", 11, false],
] as const)(
  "Heroku's Python %s decides about setuptools, not 3.%d which is here",
  async ([python, minor, has]) => {
    const version = `3.${minor}.0`;
    const interpreter = { path: "/bin/python3", version, minor, pip: "25.0", library: undefined };
    const installer = await pip({ interpreters: Promise.resolve([]) }, interpreter, python);
    expect(installer.setuptools !== undefined).toBe(has);
  },
);
