import { appendFile, cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { commitFolder } from "./commit-folder.ts";
import { runAction } from "./runner.ts";

// Rehearses examples/flaskr with the bundle: with nothing kept, from a warm pip cache alone, and three new commits
// with unchanged requirements. Prints how long each run of the action took, its post step included, and exits 1 when a
// goal is missed.

const WARM_GOAL_S = 12;
const NEXT_GOAL_S = 4;

const folder = await mkdtemp(join(tmpdir(), "flask-heroku-bench-"));
const [workspace, cache] = [join(folder, "workspace"), join(folder, "cache")];
const pip = Object.entries(process.env).flatMap(([name, value]) =>
  name.startsWith("PIP_") && name !== "PIP_CACHE_DIR" && value !== undefined ? [[name, value] as const] : [],
);

try {
  await cp(join(import.meta.dirname, "..", "examples", "flaskr"), workspace, { recursive: true });
  const git = await commitFolder(workspace, "The first commit");

  await rehearse("with nothing kept", Number.POSITIVE_INFINITY);
  await rm(join(cache, "local-heroku"), { recursive: true });
  const met = [await rehearse("from a warm pip cache", WARM_GOAL_S)];
  for (const number of [1, 2, 3]) {
    await appendFile(join(workspace, "app.py"), `# change ${number}\n`);
    await git("commit", "--quiet", "--all", `--message=Change ${number}`);
    met.push(await rehearse(`new commit ${number}, the same requirements`, NEXT_GOAL_S));
  }
  process.exitCode = met.every(Boolean) ? 0 : 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function rehearse(what: string, goal: number): Promise<boolean> {
  const start = performance.now();
  const { outputs } = await runAction({
    workspace,
    folder,
    inputs: { mode: "rehearse", python: "off" },
    env: { ...Object.fromEntries(pip), XDG_CACHE_HOME: cache },
  });
  const seconds = (performance.now() - start) / 1000;
  const { steps } = JSON.parse(await readFile(outputs["report-file"] ?? "", "utf8"));
  const parts = steps.map(({ id, ms }: { id: string; ms: number }) => `${id} ${ms}`).join(", ");
  const load = loadavg()[0]?.toFixed(1);
  console.log(
    `${what}: ${outputs.result} in ${seconds.toFixed(2)} s (goal ${goal} s, load ${load}). ms by step: ${parts}`,
  );
  return outputs.result === "rehearsed" && seconds < goal;
}
