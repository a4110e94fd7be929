import { access, constants } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { eachLine, FOREIGN } from "../lines.ts";
import type { Platform } from "../platform.ts";
import { toolEnvironment } from "./tool-environment.ts";

/** A program of this machine. */
export type Tool = { readonly path: string; readonly version: string };

/** The first program of that name on PATH that runs and knows its version. */
export async function findTool(platform: Platform, name: string): Promise<Tool | undefined> {
  for (const folder of new Set((process.env.PATH ?? "").split(delimiter))) {
    const path = join(folder, name);
    const version = folder === "" ? undefined : await versionOf(platform, path);
    if (version !== undefined) return { path, version };
  }
  return undefined;
}

async function versionOf(platform: Platform, path: string): Promise<string | undefined> {
  const runs = await access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
  if (!runs) return undefined;
  const group = platform.processes.start(path, ["--version"], {
    cwd: platform.folder,
    env: toolEnvironment(),
  });
  const lines: string[] = [];
  const { stdout, stderr } = group.child;
  const [{ code }] = await Promise.all([
    group.ended,
    eachLine([stdout, stderr], (line) => lines.push(line), FOREIGN),
  ]);
  return code === 0 ? /\d+(\.\d+)+/.exec(lines.join("\n"))?.[0] : undefined;
}
