import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type DynoArguments, dynoCommand, dynoEnvironment } from "../../src/dyno/command.ts";
import { ExitStatusScanner } from "../../src/dyno/exit-status.ts";
import { dynoProgram } from "../../src/dyno/program.ts";
import { type DynoResult, isResultLine, parseDynoResult } from "../../src/dyno/result.ts";

export type Files = Readonly<Record<string, string>>;

export type DynoRun = {
  /** The folder of `python`. */
  readonly bin: string;
  /** The app's folder. */
  readonly home: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly arguments?: Partial<DynoArguments>;
  /** The shell of the dyno. */
  readonly shell?: string;
};

export type DynoEnd = { text: string; result: DynoResult | undefined; status: number | "unknown" };

const MARKER = "3f9c7e0a-marker";

/** Writes the files to a new folder inside `folder` and gives its path. */
export async function writeApp(folder: string, files: Files): Promise<string> {
  const home = await mkdtemp(join(folder, "app-"));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(home, path)), { recursive: true });
    await writeFile(join(home, path), text);
  }
  return home;
}

/** Starts the command as a one-off dyno has it: a shell, one stream for everything, the app's folder as home. */
export async function startDyno(run: DynoRun) {
  const options = {
    mode: "create",
    target: "app:app",
    root: ".",
    command: null,
    wait: 60,
    ...run.arguments,
  } as const;
  const child = spawn(run.shell ?? "bash", ["-c", `exec 2>&1; ${dynoCommand}`], {
    cwd: run.home,
    env: {
      PATH: `${run.bin}:/usr/bin:/bin`,
      HOME: run.home,
      PYTHONUNBUFFERED: "1",
      PYTHONDONTWRITEBYTECODE: "1",
      ...run.env,
      ...dynoEnvironment({ program: await dynoProgram(), arguments: options, marker: MARKER }),
    },
    stdio: ["ignore", "pipe", "inherit"],
    detached: true,
  });
  const scanner = new ExitStatusScanner(MARKER);
  const lines: string[] = [];
  child.stdout.on("data", (chunk: Buffer) => lines.push(...scanner.push(chunk)));

  const ended = once(child, "close").then((): DynoEnd => {
    const end = scanner.end();
    lines.push(...end.lines);
    const text = lines.filter((line) => !isResultLine(line, MARKER)).join("\n");
    return { text, result: parseDynoResult(lines, MARKER), status: end.status };
  });
  return { child, lines, ended };
}

export async function runDyno(run: DynoRun): Promise<DynoEnd> {
  return (await startDyno(run)).ended;
}
