import { expect, test } from "vitest";
import { parseDependency } from "../../src/project/dependency.ts";
import { holds, parseMarker } from "../../src/project/markers.ts";
import { herokuMarkers } from "../../src/project/python-version.ts";
import { canonicalName, fits } from "../../src/project/versions.ts";
import { ask } from "./python.ts";

const environments = [
  herokuMarkers("3.14.7"),
  { ...herokuMarkers("3.10.21"), extra: "Test_Me" },
  {
    ...herokuMarkers("3.9.0"),
    sys_platform: "win32",
    os_name: "nt",
    platform_system: "Windows",
    platform_release: "10",
  },
];

const markers = [
  'python_version >= "3.8"',
  'python_version < "3.10"',
  'python_version > "3.9"',
  "python_version == '3.10'",
  'python_version == "3.1*"',
  'python_version == "3.10.*"',
  'python_version != "3.10.*"',
  'python_version ~= "3.10"',
  'python_version ~= "3"',
  'python_version === "3.10"',
  'python_version in "3.10 3.11"',
  'python_version not in "3.10, 3.14"',
  'python_version < "four"',
  'python_full_version >= "3.10.21"',
  'python_full_version < "3.14.7rc1"',
  'python_full_version == "3.9"',
  'implementation_version >= "3.10"',
  'platform_release >= "9"',
  'platform_release == ""',
  'platform_version == ""',
  '"3.10" <= python_version',
  '"3.10" > python_version',
  '"linux" in sys_platform',
  '"nt" not in os_name',
  'sys_platform == "win32"',
  'sys_platform != "win32"',
  'sys_platform >= "linux"',
  'sys_platform > "aaa"',
  'sys_platform <= "linux"',
  'sys.platform == "linux"',
  'os.name == "posix"',
  'platform.machine == "x86_64"',
  'platform.python_implementation == "CPython"',
  'python_implementation == "CPython"',
  'platform_system == "Linux" and python_version >= "3.10"',
  'platform_system == "Linux" or os_name == "nt" and python_version < "3"',
  '(platform_system == "Linux" or os_name == "nt") and python_version < "3.10"',
  '((os_name == "nt"))',
  'os_name=="nt"or sys_platform=="linux"',
  'extra == "test-me"',
  'extra == "TEST.me"',
  'extra != "test-me"',
  '"test_me" == extra',
  'extra == ""',
  "os_name == 'it\"s'",
  "",
  "os_name",
  'os_name = "nt"',
  "os_name == nt",
  'os_name == "nt',
  '"nt" "nt"',
  'os_name == "nt" and',
  'os_name == "nt")',
  '(os_name == "nt"',
  'os_name not "nt"',
  'os_flavour == "nt"',
  'os_name == "nt" xor os_name == "nt"',
];

const versions = [
  "1",
  "1.0",
  "1.0.1",
  "1.1",
  "1.10",
  "2",
  "2.0.0",
  "2.0.dev1",
  "2.0a1",
  "2.0rc1",
  "2.0.post1",
  "2.0+cpu",
  "1!0.1",
  "3.1.4",
];
const specifiers = [
  "", "==1", "==1.0", "==1.*", "==2.0", "==2.0.*", "==2.0+cpu", "==2.0a1", "==1!0.1", "!=1.0", "!=1.*", "!=2.0+cpu",
  "<2", "<=2", ">1", ">=1.1", ">=2.0a1", "<2.0rc1", ">2.0", ">=2.0.dev1", "~=1.0", "~=1.0.0", "~=2.0", "~=3.1.2",
  "===1.0", "===2.0+CPU", ">=1,<2", ">=1, <2, !=1.1", ">=1,", ">1,<3,~=2.0", " >= 1 ", "== 1.0 ",
]; // biome-ignore format: a table

const dependencies = [
  "flask",
  "flask>=2",
  "flask (>=2)",
  "flask[async]>=2,<4",
  "flask @ https://example.com/x.zip",
  "Flask_SQL.Alchemy==1",
  "flask[]",
  "flask[a,]",
  "flask >=2 <3",
  "flask==",
  "flask==1.*.2",
  "flask>=1.*",
  "flask>=1+x",
  "flask~=1",
  "flask===x y",
  "flask;",
  'flask; os_name == "nt"',
  "flask @ ",
  "-flask",
  "flask!",
  "flask[a b]",
  "flask(>=1",
  "flask>=1)",
  "a",
  "a-",
  "a_",
  "",
];

type Answers = { markers: unknown[][]; versions: unknown[][]; dependencies: unknown[] };

const answers = (await ask("packaging-answers.py", {
  environments,
  markers,
  versions,
  specifiers,
  dependencies,
})) as Answers;

test.for(markers.map((marker, index) => [marker, index] as const))("marker %s", ([marker, index]) => {
  const parsed = parseMarker(marker.trim());
  const ours = environments.map((each) =>
    parsed ? holds(parsed, each, "extra" in each ? each.extra : "") : "invalid",
  );
  expect(ours).toEqual(answers.markers[index]);
});

test.for(versions.map((version, index) => [version, index] as const))("version %s", ([version, index]) => {
  const ours = specifiers.map((specifier) => [specifier, fits(version, specifier)]);
  expect(ours).toEqual(specifiers.map((specifier, at) => [specifier, answers.versions[index]?.[at]]));
});

test.for(dependencies.map((text, index) => [text, index] as const))("dependency %s", ([text, index]) => {
  const parsed = parseDependency(text);
  const ours = parsed
    ? [
        canonicalName(parsed.name),
        [...parsed.extras].sort(),
        parsed.specifier.split(",").filter(Boolean).sort(),
        parsed.url ?? null,
      ]
    : "invalid";
  expect(ours).toEqual(answers.dependencies[index]);
});
