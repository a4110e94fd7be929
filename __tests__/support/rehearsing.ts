import { chmod, mkdir, mkdtemp, readdir, readFile, readlink, realpath, rm } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { watchLocalHerokus } from "../../script/local-herokus.ts";
import { type RunRequest, runAction } from "../../script/runner.ts";
import type { Report } from "../../src/report/report.ts";
import type { Files } from "./deploying.ts";
import { repository } from "./repository.ts";

export type Rehearsed = Awaited<ReturnType<typeof runAction>> & {
  /** The JSON report, undefined when the run wrote none. */
  readonly report: Report | undefined;
  readonly workspace: string;
  /** What is left of the local Heroku: command lines of processes, and its files. */
  left(): Promise<string[]>;
};

/** Runs the bundled action in mode `rehearse` on a commit of these files; everything temporary is in a folder of its own. */
export async function rehearse(
  files: Files,
  inputs: Files = {},
  more: Partial<RunRequest> = {},
): Promise<Rehearsed> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "rehearse-")));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  // The database runs as another user where this one is root.
  await chmod(folder, 0o755);
  const [workspace, temp] = [join(folder, "workspace"), join(folder, "t")];
  await mkdir(temp);
  await repository(workspace, files);
  const herokus = watchLocalHerokus(temp);
  onTestFinished(herokus.close);
  const result = await runAction({
    ...more,
    workspace,
    folder,
    inputs: { mode: "rehearse", python: "off", ...inputs },
    env: { ...indexes(), TMPDIR: temp, ...more.env },
  });
  const file = result.outputs["report-file"];
  const report = file === undefined ? undefined : (JSON.parse(await readFile(file, "utf8")) as Report);
  const left = async () => {
    const made = (await readdir(temp)).filter((name) => /^(heroku|postgres)-/.test(name));
    const processes = await Promise.all([temp, ...herokus.memory()].map(processesIn));
    return [...made, ...(await herokus.leftInMemory()), ...processes.flat()];
  };
  return { ...result, report, workspace, left };
}

/** Where this machine's pip finds packages, and where earlier tests have kept them installed. */
function indexes(): Record<string, string> {
  const pip = Object.entries(process.env).flatMap(([name, value]) =>
    name.startsWith("PIP_") && value !== undefined ? [[name, value] as const] : [],
  );
  return {
    ...Object.fromEntries(pip),
    XDG_CACHE_HOME: process.env.XDG_CACHE_HOME || join(homedir(), ".cache"),
  };
}

/** Command lines of the processes that have to do with a folder: by their arguments, their environment or where they are. */
async function processesIn(folder: string): Promise<string[]> {
  const ids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(
    ids.map(async (id) => {
      const read = (name: string) => readFile(`/proc/${id}/${name}`, "utf8").catch(() => "");
      const [line, environment] = await Promise.all([read("cmdline"), read("environ")]);
      const cwd = await readlink(`/proc/${id}/cwd`).catch(() => "");
      return `${line}${environment}${cwd}`.includes(folder) ? [line.replaceAll("\0", " ")] : [];
    }),
  );
  return lines.flat();
}
