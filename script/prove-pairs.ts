// Proves every row of src/checks/data/breaking-pairs.ts: installs its packages on the given Python (python3 without
// one), and runs its code, once where it must fail with the row's message and once where it must run. Prints a line
// for each row; ends with 1 when one does not hold. It needs a package index and some minutes, so no test runs it.
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { BREAKING_PAIRS, type BreakingPair } from "../src/checks/data/breaking-pairs.ts";

const run = promisify(execFile);
const [, , python = "python3", only = ""] = process.argv;

/** What the code prints last on its standard error with these packages; empty when it runs. */
async function attempt(packages: readonly string[], code: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "pairs-"));
  try {
    const options = [
      "--quiet",
      "--disable-pip-version-check",
      "--no-input",
      "--no-compile",
      "--target",
      folder,
    ];
    await run(python, ["-m", "pip", "install", ...options, ...packages]);
    // Without -S the interpreter's own packages would be found too.
    const program = `import sys; sys.path.insert(0, ${JSON.stringify(folder)}); ${code}`;
    return await run(python, ["-I", "-S", "-W", "ignore", "-c", program]).then(() => "", lastLine);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function lastLine(error: { readonly stderr?: string }): string {
  return (error.stderr ?? "").trim().split("\n").at(-1) ?? "";
}

async function prove({ message, proof: { code, broken, works } }: BreakingPair): Promise<string> {
  const failure = await attempt(broken, code);
  if (!failure.startsWith(message)) return `expected ${message}, got ${failure || "no error"}`;
  const other = await attempt(works, code);
  return other === "" ? "" : `expected no error beside ${works.join(" ")}, got ${other}`;
}

console.log((await run(python, ["--version"])).stdout.trim());
const pairs = BREAKING_PAIRS.filter((each) => each.package.startsWith(only))[Symbol.iterator]();
await Promise.all(Array.from({ length: availableParallelism() }, work));

async function work(): Promise<void> {
  for (const pair of pairs) {
    const problem = await prove(pair).catch(lastLine);
    const what = `${pair.package}${pair.versions} with ${pair.partner}${pair.partners}`;
    console.log(`${problem === "" ? "proved" : "FAILED"} ${what} ${problem}`);
    if (problem !== "") process.exitCode = 1;
  }
}
