import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
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
  const newest = beside.map((each) => each.split("==", 1)[0] ?? each);
  if (minor !== on && (await outcome(python, [pin, ...newest], code, root)).stage === "import") return "";
  return `${pin} ${stage}: ${output.trim().slice(-300)}`;
}

/** Proves that the version which the rule recommends works, unless another rule says that it does not. */
async function works(rule: PinRule, minor: string, python: string, root: string): Promise<string> {
  const { lowest } = rule;
  if (typeof lowest !== "string" || PIN_RULES.some((each) => isAbout(each, rule.package, lowest, minor)))
    return "";
  const pin = `${rule.package}==${lowest}`;
  const { code, beside = [] } = rule.proof;
  const { stage, output } = await outcome(python, [pin, ...beside], code, root);
  const newest = beside.map((each) => each.split("==", 1)[0] ?? each);
  if (minor !== rule.proof.on && stage !== "ok")
    return (await outcome(python, [pin, ...newest], code, root)).stage === "ok"
      ? ""
      : `${pin} ${stage}: ${output.trim().slice(-300)}`;
  return stage === "ok" ? "" : `${pin} ${stage}: ${output.trim().slice(-300)}`;
}

function isAbout(rule: PinRule, name: string, version: string, minor: string): boolean {
  return rule.package === name && fits(version, rule.versions) && fits(minor, rule.python);
}

/** Takes interpreters (names on PATH or paths), and `--only PACKAGE` to prove a part. Exit 1 when a rule is wrong. */
const args = process.argv.slice(2);
const only = args.includes("--only") ? args.splice(args.indexOf("--only"), 2)[1] : undefined;
const root = await mkdtemp(join(tmpdir(), "prove-pins-"));
const pythons = await environments(
  args.length > 0 ? args : ["python3.10", "python3.11", "python3.12", "python3.13", "python3.14"],
  root,
);
let [proved, wrong, skipped] = [0, 0, 0];
for (const rule of PIN_RULES.filter((each) => only === undefined || each.package === only)) {
  const on = [...pythons].filter(([minor]) => fits(minor, rule.python));
  if (on.length === 0) skipped++;
  for (const [minor, python] of on) {
    const problems = [await fails(rule, minor, python, root), await works(rule, minor, python, root)];
    const said = problems.filter((problem) => problem !== "");
    if (said.length > 0) wrong++;
    else proved++;
    console.log(`${said.length > 0 ? "WRONG " : "proved"} ${rule.package}${rule.versions} on ${minor}`);
    for (const problem of said) console.log(`       ${problem}`);
  }
}
await rm(root, { recursive: true, force: true });
console.log(`${proved} proved, ${wrong} wrong, ${skipped} rules skipped for want of an interpreter`);
process.exitCode = wrong > 0 ? 1 : 0;
