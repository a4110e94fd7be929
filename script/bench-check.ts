import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { distribution, plant, virtualEnvironment } from "../__tests__/project/virtual-environment.ts";
import { pythonEnvironment } from "../__tests__/support/python-environment.ts";
import { dumpEnvironment } from "../src/project/environment.ts";
import { gitIn } from "./git.ts";

// Times the checks on made-up projects against their goals, beside two linters of dependencies on the same files.
// Usage: npm run bench:check [small] [large] [dump]    All of them unless told. Exits with 1 when a goal is missed.

const ROOT = join(import.meta.dirname, "..");
const ROUNDS = 7;
const GOALS = { small: 150, large: 1500, dump: 500 };
/** What a linter beside us may take. */
const LIMIT_MS = 60_000;
/** Files in all, files that the web process loads, and what a file weighs. */
const LARGE = { files: 10_000, reached: 100, bytes: 15_000 };

const run = promisify(execFile);
const asked = process.argv.slice(2);
let missed = 0;

const folder = await mkdtemp(join(tmpdir(), "bench-check-"));
try {
  console.log(
    `Node ${process.version}, ${availableParallelism()} processors, median of ${ROUNDS} after one to warm up`,
  );
  const linters = await pythonLinters();
  await run(join(ROOT, "script/build"), [join(folder, "dist")]);
  if (isAsked("small")) await benchSmall(join(folder, "small"), linters);
  if (isAsked("large")) await benchLarge(join(folder, "large"), linters);
  if (isAsked("dump")) await benchDump(join(folder, "dump"));
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.exitCode = missed > 0 ? 1 : 0;

function isAsked(part: string): boolean {
  return asked.length === 0 || asked.includes(part);
}

async function benchSmall(place: string, linters: readonly Linter[]): Promise<void> {
  await repository(place, project({ files: 20, reached: 20, bytes: 2000 }));
  console.log("\nA Flask app of 20 files, beyond the start of the process:");
  const [start = 0, commit = 0, worktree = 0] = await medians(
    () => ended(process.execPath, ["-e", "0"], place),
    () => check(place),
    () => check(place, "--worktree"),
  );
  compare("its commit", commit - start, GOALS.small);
  compare("its work tree", worktree - start, GOALS.small);
  for (const { name, time } of linters) say(`${name}, whole`, (await medians(() => time(place)))[0] ?? 0);
}

async function benchLarge(place: string, linters: readonly Linter[]): Promise<void> {
  await repository(place, project(LARGE));
  const { files, reached, bytes } = LARGE;
  console.log(
    `\n${files} Python files, ${(files * bytes) / 1e6} MB, ${reached} of them loaded by the web process:`,
  );
  const [commit = 0, worktree = 0] = await medians(
    () => check(place),
    () => check(place, "--worktree"),
  );
  compare("their commit, whole", commit, GOALS.large);
  compare("their work tree, whole", worktree, GOALS.large);
  for (const { name, time } of linters) say(`${name}, whole, once`, await time(place));
}

async function benchDump(place: string): Promise<void> {
  const { python, sitePackages } = await virtualEnvironment(place);
  for (let index = 0; index < 300; index++) {
    const files = Array.from({ length: 40 }, (_, file) => `package_${index}/module_${file}.py`);
    const requires = [`package-${index + 1}>=1.0`, "colorama; sys_platform == 'win32'"];
    await plant(sitePackages, distribution(`package-${index}`, "1.0", { requires, files }));
  }
  console.log("\nAn environment of 300 packages:");
  const [time = 0] = await medians(async () => {
    const start = performance.now();
    const dump = await dumpEnvironment(python, folder);
    if (dump?.packages.size !== 300) throw new Error("the environment was not read");
    return performance.now() - start;
  });
  compare("its dump", time, GOALS.dump);
}

/** The time of the bundle that script/check runs; it must have been able to check. */
function check(place: string, ...args: string[]): Promise<number> {
  return ended(process.execPath, [join(folder, "dist/check/index.js"), place, ...args], ROOT);
}

/** The time until a program has ended, infinite when it takes longer than the limit. */
async function ended(file: string, args: readonly string[], cwd: string, codes = [0]): Promise<number> {
  // Nobody waits for the package index here.
  const env = { ...process.env, PIP_NO_INDEX: "1", NODE_COMPILE_CACHE: join(ROOT, ".cache", "compiled") };
  const start = performance.now();
  const code = await run(file, args, { cwd, env, maxBuffer: 2 ** 28, timeout: LIMIT_MS }).then(
    () => 0,
    (error) => (error.killed ? "late" : error.code),
  );
  const time = performance.now() - start;
  if (code === "late") return Number.POSITIVE_INFINITY;
  if (!codes.includes(code)) throw new Error(`${file} ended with ${code}`);
  return time;
}

/** The median of each, in turns, so that what else the machine does meets all of them. */
async function medians(...each: readonly (() => Promise<number>)[]): Promise<number[]> {
  const times = each.map((): number[] => []);
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [index, once] of each.entries()) {
      const time = await once();
      if (round > 0) times[index]?.push(time);
    }
  }
  return each.map(
    (_, index) => times[index]?.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN,
  );
}

function compare(what: string, ms: number, goal: number): void {
  if (ms > goal) missed++;
  say(what, ms, `goal ${goal} ms: ${ms > goal ? "MISSED" : "met"}`);
}

function say(what: string, ms: number, remark = ""): void {
  const time = ms === Number.POSITIVE_INFINITY ? `over ${LIMIT_MS / 1000} s` : `${ms.toFixed(0)} ms`;
  console.log(`  ${what.padEnd(28)} ${time.padStart(10)}  ${remark}`.trimEnd());
}

type Linter = { readonly name: string; readonly time: (place: string) => Promise<number> };

/** deptry and fawltydeps from the package index, in an environment of their own; none where they do not install. */
async function pythonLinters(): Promise<Linter[]> {
  try {
    const bin = await pythonEnvironment(["deptry", "fawltydeps"]);
    const { stdout } = await run(join(bin, "python"), ["-m", "pip", "freeze"]);
    const version = (name: string) => new RegExp(`^${name}==.*`, "m").exec(stdout)?.[0] ?? name;
    // Both end with another code when they have something to say.
    return [
      {
        name: version("deptry"),
        time: (place) => ended(join(bin, "python"), ["-m", "deptry", "."], place, [0, 1]),
      },
      {
        name: version("fawltydeps"),
        time: (place) =>
          ended(join(bin, "python"), ["-m", "fawltydeps", "--code", ".", "--deps", "."], place, [0, 3, 4]),
      },
    ];
  } catch {
    console.log("deptry and fawltydeps could not be installed, so nothing is compared with them.");
    return [];
  }
}

/** A Flask app whose first module imports `reached` of its files; the rest lies beside them. */
function project({ files, reached, bytes }: typeof LARGE): Record<string, string> {
  const path = (index: number) => `shop/part_${index % 100}/module_${index}.py`;
  const modules = Array.from(
    { length: files - 1 },
    (_, index) => [path(index), source(index, bytes)] as const,
  );
  const imports = modules
    .slice(0, reached - 1)
    .map(([path]) => `import ${path.slice(0, -".py".length).replaceAll("/", ".")}\n`);
  return {
    Procfile: "web: gunicorn shop.wsgi:app\n",
    ".python-version": "3.13\n",
    "requirements.txt":
      "flask==3.1.3\nFlask-SQLAlchemy==3.1.1\ngunicorn==23.0.0\npsycopg2-binary==2.9.11\nSQLAlchemy==2.0.54\n",
    "shop/wsgi.py": `from flask import Flask\n\n${imports.join("")}\napp = Flask(__name__)\n`,
    ...Object.fromEntries(modules),
  };
}

/** Python of the kind that Flask apps are made of, other in every file. */
function source(seed: number, bytes: number): string {
  let text = "import json\nimport os\n\nfrom flask import Blueprint, jsonify, request\n\n";
  text += `bp = Blueprint("part_${seed}", __name__)\n`;
  for (let index = 0; text.length < bytes; index++) {
    text += `

@bp.route("/part_${seed}/item_${index}/<int:item_id>", methods=["GET", "POST"])
def item_${index}(item_id, limit=${index + seed}):
    """Gives item ${index}, or keeps what was sent for it."""
    values = {"id": item_id, "name": f"item {item_id} of ${seed}", "home": os.environ.get("HOME")}
    if request.method == "POST":
        values.update({key: value for key, value in request.form.items() if len(value) < limit})
    for name, value in sorted(values.items()):
        if value is None or name.startswith("_"):
            continue
        values[name] = json.dumps(value)[:limit]
    return jsonify(values), 200
`;
  }
  return text;
}

/** Writes and commits the files, uncompressed: that is quicker for files that are read a few times. */
async function repository(place: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const parent of new Set(Object.keys(files).map((path) => dirname(path))))
    await mkdir(join(place, parent), { recursive: true });
  for (const [path, text] of Object.entries(files)) await writeFile(join(place, path), text);
  const git = gitIn(place);
  const uncompressed = ["-c", "core.compression=0"];
  await git("init", "--quiet");
  await git(...uncompressed, "add", "--all");
  await git("commit", "--quiet", "--message", "Files to be checked");
  // As it comes from a clone.
  await git(...uncompressed, "-c", "pack.window=0", "repack", "-a", "-d", "--quiet");
}
