import { appendFile, cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { commitFolder } from "./commit-folder.ts";
import { serveLocalHeroku } from "./local-heroku.ts";
import { runAgainst } from "./runner.ts";

// Deploys examples/flaskr with the bundle to a local Heroku, again without a change, and then three new commits; prints
// how long each run of the action took, its post step included, and exits 1 when a goal is missed. With an empty
// XDG_CACHE_HOME (and PIP_CACHE_DIR where it was) the first deploy installs the requirements anew.

const FIRST_GOAL_S = 10;
const NEXT_GOAL_S = 3;

const folder = await mkdtemp(join(tmpdir(), "flask-heroku-bench-"));
const workspace = join(folder, "workspace");

try {
  await cp(join(import.meta.dirname, "..", "examples", "flaskr"), workspace, { recursive: true });
  const git = await commitFolder(workspace, "The first commit");

  const start = performance.now();
  const heroku = await serveLocalHeroku();
  const deploy = async (what: string, goal: number, since = performance.now()): Promise<boolean> => {
    const { outputs } = await runAgainst(heroku, { workspace, folder, inputs: { app: "flaskr-bench" } });
    const seconds = (performance.now() - since) / 1000;
    const { steps } = JSON.parse(await readFile(outputs["report-file"] ?? "", "utf8"));
    const parts = steps.map(({ id, ms }: { id: string; ms: number }) => `${id} ${ms}`).join(", ");
    console.log(
      `${what}: ${outputs.result} in ${seconds.toFixed(2)} s (goal ${goal} s). ms by step: ${parts}`,
    );
    return seconds < goal;
  };
  const met = [
    await deploy("first deploy, from the start of the local Heroku", FIRST_GOAL_S, start),
    await deploy("the same commit", NEXT_GOAL_S),
  ];
  for (const number of [1, 2, 3]) {
    await appendFile(join(workspace, "app.py"), `# change ${number}\n`);
    await git("commit", "--quiet", "--all", `--message=Change ${number}`);
    met.push(await deploy(`new commit ${number}`, NEXT_GOAL_S));
  }
  await heroku.stop();
  process.exitCode = met.every(Boolean) ? 0 : 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
