import { lstat, readFile, realpath } from "node:fs/promises";
import { isAbsolute, join, resolve } from "node:path";
import { Failure } from "../failure.ts";
import type { Run } from "./run.ts";
import { requireVersion } from "./version.ts";

/** The parts of the workspace's repository that we touch; all but the configuration only to read. */
export type WorkspaceRepository = {
  readonly gitDir: string;
  readonly objects: string;
  readonly shallow: string;
  readonly config: string;
};

/**
 * The git directory of a checkout. A `.git` file (a worktree, a submodule) is followed only to a place that
 * itself says that it belongs to this checkout, so that a planted one leads nowhere. Throws Failure
 * REPOSITORY_MISSING or REPOSITORY_FOREIGN.
 */
export async function gitDirectory(workspace: string): Promise<string> {
  const dotGit = join(workspace, ".git");
  const status = await lstat(dotGit).catch(() => undefined);
  if (status?.isDirectory()) return dotGit;
  if (!status?.isFile()) {
    throw new Failure("REPOSITORY_MISSING", "The workspace is not a git checkout: it has no `.git` folder.", {
      fix: "Run actions/checkout, without `path`, before this action.",
    });
  }
  const target = /^gitdir: (.+)\n?$/.exec(await readFile(dotGit, "utf8"))?.[1];
  const gitDir = target && resolve(workspace, target);
  if (gitDir && ((await isWorktree(gitDir, dotGit)) || (await isSubmodule(gitDir, workspace)))) return gitDir;
  throw new Failure(
    "REPOSITORY_FOREIGN",
    "The `.git` file of the workspace points to a repository that does not know it.",
    {
      fix: "Use a plain checkout, or repair the worktree with `git worktree repair`.",
    },
  );
}

/**
 * Asks git where the parts of a repository are. Throws Failure SHA256_REPOSITORY, for Heroku takes SHA-1 only, and
 * GIT_TOO_OLD.
 */
export async function inspect(run: Run, gitDir: string): Promise<WorkspaceRepository> {
  const { stdout } = await run(
    [
      "rev-parse",
      "--show-object-format",
      "--path-format=absolute",
      "--git-path",
      "objects",
      "--git-path",
      "shallow",
      "--git-path",
      "config",
    ],
    { env: { GIT_DIR: gitDir } },
  );
  const [format, objects = "", shallow = "", config = ""] = stdout.toString().split("\n");
  // `--path-format` came with 2.31, the first git that will do; an older one prints it as it is.
  if (!isAbsolute(objects)) await requireVersion(run);
  if (format !== "sha1") {
    throw new Failure(
      "SHA256_REPOSITORY",
      "The repository names its objects by SHA-256, which Heroku does not take.",
      {
        fix: "Convert the repository to SHA-1 (`git init --object-format=sha1`, then import its history).",
      },
    );
  }
  return { gitDir, objects, shallow, config };
}

/** Full id of the commit the workspace is at. Throws Failure COMMIT_MISSING in a repository without one. */
export async function head(run: Run, { gitDir }: WorkspaceRepository): Promise<string> {
  const { code, stdout } = await run(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"], {
    env: { GIT_DIR: gitDir },
    answers: [1, 128],
  });
  if (code === 0) return stdout.toString().trim();
  throw new Failure("COMMIT_MISSING", "The workspace has no commit to deploy.", {
    fix: "Commit the app, and check that commit out before this action.",
  });
}

/** A linked worktree's folder names the `.git` file that leads to it (gitrepository-layout, `worktrees/<id>/gitdir`). */
async function isWorktree(gitDir: string, dotGit: string): Promise<boolean> {
  const back = await readFile(join(gitDir, "gitdir"), "utf8").catch(() => "");
  return back !== "" && same(resolve(gitDir, back.trimEnd()), dotGit);
}

/** A submodule's folder names its checkout in `core.worktree`, as git itself writes it. */
async function isSubmodule(gitDir: string, workspace: string): Promise<boolean> {
  const config = await readFile(join(gitDir, "config"), "utf8").catch(() => "");
  const back = /^\tworktree = (.+)$/m.exec(config)?.[1];
  return back !== undefined && same(resolve(gitDir, back), workspace);
}

async function same(one: string, other: string): Promise<boolean> {
  return (await realpath(one).catch(() => one)) === (await realpath(other));
}
