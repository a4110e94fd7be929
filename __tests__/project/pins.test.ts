import { expect, test } from "vitest";
import { publicPins } from "../../src/project/pins.ts";
import { project } from "../support/project.ts";

test.for([
  ["a pin", "Flask==3.1.3\n", ["flask 3.1.3 :1"]],
  ["with blanks, extras and a comment", "flask[async] == v3.1 # why\n", ["flask 3.1 :1"]],
  ["by three signs", "flask===3.1\n", ["flask 3.1 :1"]],
  ["beside a range", "flask>=2,==3.1\n", ["flask 3.1 :1"]],
  ["twice the same", "flask==3\nflask==3\n", ["flask 3 :1"]],
  ["a range, a wildcard, nothing", "a<2\nb==1.*\nc\nd~=1.0\n", []],
  ["two versions", "flask==3\nflask==2\n", []],
  ["what is no version", "flask===new\n", []],
  ["a local version", "torch==2.0+cpu\n", []],
  ["for another system", "x==1; sys_platform == 'win32'\n", []],
  ["from a URL", "x @ https://example.com/x-1.zip\ny==1\n", ["y 1 :2"]],
  ["from git", "-e git+https://example.com/x.git#egg=x\n", []],
  ["another index", "--index-url https://example.com/simple\nx==1\n", []],
  ["one index more", "--extra-index-url https://example.com/simple\nx==1\n", []],
  ["a folder of packages", "--find-links wheels\nx==1\n", []],
  ["no index at all", "--no-index\nx==1\n", []],
] as const)("%s", ([, text, expected]) => {
  const { requirements } = project({ "requirements.txt": text });
  const pins = requirements ? publicPins(requirements) : [];
  expect(pins.map(({ key, version, place }) => `${key} ${version} :${place.line}`)).toEqual(expected);
});

test("a constraint pins what is listed, and nothing else", () => {
  const { requirements } = project({ "requirements.txt": "a\n-c c.txt\n", "c.txt": "a==1\nb==2\n" });
  const pins = requirements ? publicPins(requirements) : [];
  expect(pins.map(({ key, place }) => `${key} ${place.file}`)).toEqual(["a c.txt"]);
});
