import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BUILT_FROM_SOURCE, type BuiltFromSource } from "../src/checks/data/built-from-source.ts";
import { PIN_RULES, type PinRule } from "../src/checks/data/pin-rules.ts";
import { fits } from "../src/project/versions.ts";
import { environments, run } from "./heroku-python.ts";

/** What becomes of one version: `build` or `import` when it fails there, else `ok`. */
async function outcome(python: string, wanted: readonly string[], code: string, root: string) {
  const target = await mkdtemp(join(root, "target-"));
  const install = ["-m", "pip", "install", "-q", "--no-deps", "--no-input", "--target", target];
  const built = await run(python, ...install, ...wanted);
  const program = `import sys; sys.path.insert(0, ${JSON.stringify(target)})\n${code}`;
  const imported = built.ok ? await run(python, "-I", "-W", "ignore", "-c", program) : built;
  await rm(target, { recursive: true, force: true });
  return { stage: built.ok ? (imported.ok ? "ok" : "import") : "build", output: imported.output };
}

/** Proves that a version fails on the rule's Python as the rule says, and on the others that it is about no later. */
async function fails(rule: PinRule, minor: string, python: string, root: string): Promise<string> {
  const { last, on, code, beside = [] } = rule.proof;
  const pin = `${rule.package}==${last}`;
  const isSaid = (output: string) => minor !== on || output.includes(rule.message);
  const { stage, output } = await outcome(python, [pin, ...beside], code, root);
  if (stage === "import" && rule.stage === "import" && isSaid(output)) return "";
  const isSoon = rule.stage === "build" || minor !== on;
  const alone = await outcome(python, [pin], "pass", root);
  if (alone.stage === "build" && isSoon && isSaid(alone.output)) return "";
  // What stands beside it may be what does not build on a newer Python.
  const wanted = [pin, ...beside.map(newest)];
  if (minor !== on && (await outcome(python, wanted, code, root)).stage === "import") return "";
  return `${pin} ${stage}: ${output.trim().slice(-300)}`;
}

/** Proves that the version which the rule recommends works, unless another rule says that it does not. */
async function works(rule: PinRule, minor: string, python: string, root: string): Promise<string> {
  const { lowest } = rule;
  if (typeof lowest !== "string" || isRefused(rule.package, lowest, minor)) return "";
  const { on, code, beside = [] } = rule.proof;
  const pin = `${rule.package}==${lowest}`;
  const asProved = await outcome(python, [pin, ...beside], code, root);
  const isSame = minor === on || asProved.stage === "ok";
  const { stage, output } = isSame
    ? asProved
    : await outcome(python, [pin, ...beside.map(newest)], code, root);
  return stage === "ok" ? "" : `${pin} ${stage}: ${output.trim().slice(-300)}`;
}

/** Proves that a version without a wheel works all the same. */
async function builds(built: BuiltFromSource, python: string, root: string): Promise<string> {
  const pin = `${built.package}==${built.first}`;
  const { stage, output } = await outcome(python, [pin], built.code, root);
  return stage === "ok" ? "" : `${pin} ${stage}: ${output.trim().slice(-300)}`;
}

/** A requirement without its version. */
function newest(requirement: string): string {
  return requirement.split("==", 1)[0] ?? requirement;
}

function isRefused(name: string, version: string, minor: string): boolean {
  return PIN_RULES.some(
    (rule) => rule.package === name && fits(version, rule.versions) && fits(minor, rule.python),
  );
}

/** Takes interpreters (names on PATH or paths), and `--only PACKAGE` to prove a part. Exit 1 when a rule is wrong. */
const args = process.argv.slice(2);
const only = args.includes("--only") ? args.splice(args.indexOf("--only"), 2)[1] : undefined;
const root = await mkdtemp(join(tmpdir(), "prove-pins-"));
const pythons = await environments(
  args.length > 0 ? args : ["python3.10", "python3.11", "python3.12", "python3.13", "python3.14"],
  root,
);
const isWanted = (each: { readonly package: string }) => only === undefined || each.package === only;
const total = { proved: 0, wrong: 0, skipped: 0 };

/** Prints what came of one proof, and counts it. */
function note(what: string, problems: readonly string[]): void {
  const wrong = problems.filter((problem) => problem !== "");
  total[wrong.length > 0 ? "wrong" : "proved"]++;
  console.log(`${wrong.length > 0 ? "WRONG " : "proved"} ${what}`);
  for (const problem of wrong) console.log(`       ${problem}`);
}

for (const rule of PIN_RULES.filter(isWanted)) {
  const on = [...pythons].filter(([minor]) => fits(minor, rule.python));
  if (on.length === 0) total.skipped++;
  for (const [minor, python] of on)
    note(`${rule.package}${rule.versions} fails on ${minor}`, [
      await fails(rule, minor, python, root),
      await works(rule, minor, python, root),
    ]);
}
for (const built of BUILT_FROM_SOURCE.filter(isWanted))
  for (const [minor, python] of pythons)
    if (!isRefused(built.package, built.first, minor))
      note(`${built.package}==${built.first} works on ${minor}`, [await builds(built, python, root)]);
await rm(root, { recursive: true, force: true });
console.log(
  `${total.proved} proved, ${total.wrong} wrong, ${total.skipped} rules skipped for want of an interpreter`,
);
process.exitCode = total.wrong > 0 ? 1 : 0;
