import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { askHeroku, localHeroku } from "../support/deploying.ts";
import { MODULE_APP } from "../support/flask-apps.ts";
import { when } from "../support/when.ts";

const LONG = { timeout: 120_000 };
const { heroku, app } = localHeroku();

/** Command lines of the processes whose environment or arguments name the folder. */
async function processesOf(folder: string): Promise<string[]> {
  const ids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(
    ids.map(async (id) => {
      const read = (name: string) => readFile(`/proc/${id}/${name}`, "utf8").catch(() => "");
      const [line, environment] = await Promise.all([read("cmdline"), read("environ")]);
      return `${line}${environment}`.includes(folder) ? [line.replaceAll("\0", " ")] : [];
    }),
  );
  return lines.flat();
}

type Dyno = { type: string };
async function oneOffs(name: string): Promise<Dyno[]> {
  const dynos = await askHeroku<Dyno[]>(heroku(), "GET", `/apps/${name}/dynos`);
  return dynos.filter((dyno) => dyno.type === "run");
}

test("a cancel in the build ends within five seconds, and leaves no process", LONG, async () => {
  const slow = await app("cancel-build", {
    ...MODULE_APP,
    "bin/pre_compile": "echo now it takes long\nsleep 60\n",
  });
  let cancelled = 0;
  const cancel = when("now it takes long", (pid) => {
    cancelled = performance.now();
    process.kill(pid, "SIGINT");
  });
  const { exitCode, report, outputs, log } = await slow.deploy({}, cancel);
  expect(performance.now() - cancelled, log).toBeLessThan(5_000);
  expect(exitCode, log).toBe(130);
  expect(outputs).toMatchObject({ result: "cancelled", "error-code": "CANCELLED" });
  expect(report.left.join(" ")).toContain("app cancel-build was created");
  expect(await processesOf(dirname(slow.workspace))).toEqual([]);
});

const SLOW_TABLES = `${MODULE_APP["app.py"]}
if "run" in os.environ["DYNO"]:
    import time
    print("the dyno is busy", flush=True)
    time.sleep(60)
`;

test("a cancel while tables are created stops the dyno", LONG, async () => {
  const slow = await app("cancel-dyno", { ...MODULE_APP, "app.py": SLOW_TABLES });
  const { exitCode, log } = await slow.deploy(
    {},
    when("the dyno is busy", (pid) => process.kill(pid, "SIGINT")),
  );
  expect(exitCode, log).toBe(130);
  await expect.poll(() => oneOffs("cancel-dyno"), { timeout: 5_000 }).toEqual([]);
});

test("the post step stops the dyno and removes the folder of a run that was killed", LONG, async () => {
  const killed = await app("kill-dyno", { ...MODULE_APP, "app.py": SLOW_TABLES });
  const kill = when("the dyno is busy", (pid) => process.kill(pid, "SIGKILL"));
  const { exitCode, postLog, state } = await killed.run({}, kill);
  expect(exitCode).toBe(null);
  expect(postLog).toContain("Stopped the one-off dyno");
  await expect.poll(() => oneOffs("kill-dyno"), { timeout: 5_000 }).toEqual([]);
  expect(await readdir(join(state.folder ?? "", "..")), postLog).toEqual([]);
  expect(await processesOf(dirname(killed.workspace))).toEqual([]);
});
