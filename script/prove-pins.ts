import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PIN_RULES, type PinRule } from "../src/checks/data/pin-rules.ts";

/** Heroku's pip, and the setuptools that Heroku installs besides up to Python 3.12 (buildpack v351). */
const PIP = "26.2.1";
const SETUPTOOLS = "70.3.0";
const PATIENCE_MS = 240_000;

type Ran = { readonly ok: boolean; readonly output: string };

function run(program: string, ...args: string[]): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(program, args, { timeout: PATIENCE_MS, maxBuffer: 2 ** 27 }, (error, stdout, stderr) =>
      resolve({ ok: error === null, output: `${stdout}${stderr}${error?.message ?? ""}` }),
    );
  });
}

/** A virtual environment as Heroku makes one, by the interpreter's `major.minor`. */
async function environments(interpreters: readonly string[], root: string): Promise<Map<string, string>> {
  const made = new Map<string, string>();
  for (const interpreter of interpreters) {
    const asked = await run(interpreter, "-c", "import sys; print('%d.%d' % sys.version_info[:2])");
    const minor = asked.output.trim();
    if (!asked.ok || made.has(minor)) continue;
    const folder = join(root, minor);
    const python = join(folder, "bin", "python");
    const setuptools = Number(minor.split(".")[1]) <= 12 ? [`setuptools==${SETUPTOOLS}`] : [];
    await run(interpreter, "-m", "venv", folder);
    const { ok } = await run(python, "-m", "pip", "install", "-q", `pip==${PIP}`, ...setuptools);
    if (ok) made.set(minor, python);
  }
  return made;
}

/** What becomes of one version: `build` or `import` when it fails there, else `ok`. */
async function outcome(python: string, rule: PinRule, version: string, root: string) {
  const target = await mkdtemp(join(root, "target-"));
  const wanted = [`${rule.package}==${version}`, ...(rule.proof.beside ?? [])];
  const install = ["-m", "pip", "install", "-q", "--no-deps", "--no-input", "--target", target, ...wanted];
  const built = await run(python, ...install);
  const code = `import sys; sys.path.insert(0, ${JSON.stringify(target)})\n${rule.proof.code}`;
  const imported = built.ok ? await run(python, "-I", "-W", "ignore", "-c", code) : built;
  await rm(target, { recursive: true, force: true });
  return { stage: built.ok ? (imported.ok ? "ok" : "import") : "build", output: imported.output };
}

/** A line for each thing that is not as the rule says. */
async function prove(rule: PinRule, python: string, root: string): Promise<string[]> {
  const wrong: string[] = [];
  const { last, on } = rule.proof;
  const failing = await outcome(python, rule, last, root);
  if (failing.stage !== rule.stage || !failing.output.includes(rule.message)) {
    wrong.push(`${rule.package}==${last} on ${on}: ${failing.stage}: ${failing.output.trim().slice(-300)}`);
  }
  if (typeof rule.lowest !== "string") return wrong;
  const working = await outcome(python, rule, rule.lowest, root);
  if (working.stage !== "ok")
    wrong.push(
      `${rule.package}==${rule.lowest} on ${on}: ${working.stage}: ${working.output.trim().slice(-300)}`,
    );
  return wrong;
}

/** Takes interpreters (names on PATH or paths), and `--only PACKAGE` to prove a part. Exit 1 when a rule is wrong. */
const args = process.argv.slice(2);
const only = args.includes("--only") ? args.splice(args.indexOf("--only"), 2)[1] : undefined;
const root = await mkdtemp(join(tmpdir(), "prove-pins-"));
const pythons = await environments(
  args.length > 0 ? args : ["python3.10", "python3.11", "python3.12", "python3.13"],
  root,
);
const waiting = PIN_RULES.filter((rule) => only === undefined || rule.package === only);
const total = { proved: 0, wrong: 0, skipped: 0 };

async function worker(): Promise<void> {
  for (let rule = waiting.shift(); rule; rule = waiting.shift()) {
    const python = pythons.get(rule.proof.on);
    if (!python) {
      total.skipped++;
      continue;
    }
    const wrong = await prove(rule, python, root);
    if (wrong.length > 0) total.wrong++;
    else total.proved++;
    for (const line of wrong) console.log(`WRONG ${line}`);
    if (wrong.length === 0) console.log(`proved ${rule.package}${rule.versions} on ${rule.python}`);
  }
}
await Promise.all([worker(), worker()]);
await rm(root, { recursive: true, force: true });
console.log(
  `${total.proved} proved, ${total.wrong} wrong, ${total.skipped} skipped for want of an interpreter`,
);
process.exitCode = total.wrong > 0 ? 1 : 0;
