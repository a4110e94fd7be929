import { lstat, mkdtemp, realpath, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative, sep } from "node:path";
import { Failure } from "./failure.ts";
import { openGit } from "./git/open-git.ts";
import type { Project } from "./project/project.ts";
import { type ReadOptions, readProject } from "./project/read.ts";
import { workTree } from "./project/work-tree.ts";
import { type Inspection, inspect } from "./report/inspect.ts";
import type { Settings } from "./settings.ts";

export type FolderOptions = {
  /** Whether the files are read as they lie though the folder belongs to a git repository. */
  readonly worktree: boolean;
  readonly python: Settings["python"];
  readonly packageIndex: Settings["packageIndex"];
  /** Called with what git complains about, raw. */
  readonly onForeign: (line: string) => void;
};

/**
 * Runs the checks on any folder: on the commit that its git repository is at, with the folder as the app's, or on
 * the files as they lie. Throws Failure when it cannot: FOLDER_MISSING, FOLDER_NOT_COMMITTED, FOLDER_TOO_LARGE, and
 * what git and the `python` input throw.
 */
export async function checkFolder(
  written: string,
  options: FolderOptions,
): Promise<Inspection & Pick<Project, "index">> {
  const folder = await realpath(written).catch(() => undefined);
  if (folder === undefined || !(await stat(folder)).isDirectory()) throw missing();

  const temp = await mkdtemp(join(await realpath(tmpdir()), "flask-heroku-check-"));
  try {
    const root = options.worktree ? undefined : await repositoryAround(folder);
    const project = await (root === undefined
      ? readProject(workTree(folder), asked(".", folder, temp, options))
      : readCommit(root, folder, temp, options));
    return { ...inspect(project, { skip: [] }), index: project.index };
  } finally {
    await rm(temp, { recursive: true, force: true });
  }
}

async function readCommit(root: string, folder: string, temp: string, options: FolderOptions) {
  const git = await openGit({
    workspace: root,
    temp,
    githubToken: undefined,
    serverUrl: "https://github.com",
    log: { foreign: options.onForeign },
  });
  try {
    const appDir = relative(root, folder).replaceAll(sep, "/") || ".";
    return await readProject(git, asked(appDir, root, temp, options));
  } catch (error) {
    throw error instanceof Failure && error.code === "APP_DIR_MISSING" ? notCommitted() : error;
  } finally {
    await git.close();
  }
}

function asked(appDir: string, workspace: string, temp: string, options: FolderOptions): ReadOptions {
  const { python, packageIndex } = options;
  return { appDir, python, packageIndex, stack: undefined, run: { workspace }, temp };
}

/** The nearest folder from here up with a `.git` in it, which may be a file: a worktree's or a submodule's. */
async function repositoryAround(folder: string): Promise<string | undefined> {
  for (let at = folder; ; at = dirname(at)) {
    if (await lstat(join(at, ".git")).catch(() => undefined)) return at;
    if (dirname(at) === at) return undefined;
  }
}

function missing(): Failure {
  return new Failure("FOLDER_MISSING", "There is no folder of that name.", {
    fix: "Give the path of the folder that holds the app.",
  });
}

function notCommitted(): Failure {
  return new Failure(
    "FOLDER_NOT_COMMITTED",
    "The last commit of the repository has nothing of this folder.",
    {
      fix: "Commit the app first, or read its files as they lie with `--worktree`.",
    },
  );
}
