import { Failure } from "../failure.ts";
import type { Git } from "../git/git.ts";
import type { GitHubRun } from "../github-run.ts";
import type { Settings } from "../settings.ts";
import { dumpEnvironment, type Environment } from "./environment.ts";
import { findInterpreter } from "./interpreter.ts";
import type { Project, TreeEntry } from "./project.ts";
import { readFiles } from "./project-files.ts";
import type { Reading } from "./reading.ts";
import type { Requirements } from "./requirements.ts";
import { testedEnvironment } from "./tested-environment.ts";
import { isRegular, treeOf } from "./tree.ts";

type Reader = Pick<Git, "head" | "list" | "read">;

export type ReadOptions = Pick<Settings, "appDir" | "python"> & {
  readonly run: Pick<GitHubRun, "workspace">;
  /** Absolute path of a private folder. */
  readonly temp: string;
};

// What is larger is no text that a person wrote. Its contents never leave git.
const MAX_FILE_BYTES = 1024 * 1024;

/**
 * Reads what the commit of the workspace holds, from its objects alone: links are not followed and nothing is run.
 * Throws what `git` throws, and Failure PYTHON_NOT_FOUND, PYTHON_COMMITTED or PYTHON_FAILED for the `python` input.
 */
export async function readProject(git: Reader, options: ReadOptions): Promise<Project> {
  const { appDir } = options;
  const commit = await git.head();
  const tree = treeOf(await git.list(commit, appDir));
  const parts = await feed(readFiles(tree), git, tree.files);
  const environment = await readEnvironment(git, commit, options, parts.requirements);
  return { commit, appDir, files: tree.files, ...parts, environment };
}

async function feed<T>(reading: Reading<T>, git: Reader, files: ReadonlyMap<string, TreeEntry>): Promise<T> {
  let step = reading.next();
  while (!step.done) {
    const wanted = step.value.map((path) => files.get(path)).filter((entry) => isReadable(entry));
    const blobs =
      wanted.length > 0 ? await git.read(wanted.map(({ oid }) => oid)) : new Map<string, Buffer>();
    step = reading.next(
      new Map(
        wanted.flatMap(({ path, oid }) => {
          const content = blobs.get(oid);
          return content ? [[path, content]] : [];
        }),
      ),
    );
  }
  return step.value;
}

function isReadable(entry: TreeEntry | undefined): entry is TreeEntry {
  return isRegular(entry) && entry.size <= MAX_FILE_BYTES;
}

async function readEnvironment(
  git: Reader,
  commit: string,
  { python, run: { workspace }, temp }: ReadOptions,
  requirements: Requirements | undefined,
): Promise<Environment> {
  if (!requirements && python.kind !== "path")
    return { packages: null, reason: "the commit has no requirements.txt" };

  const isCommitted = async (folder: string) => {
    const files = await git.list(commit, ".");
    return folder === "." || files.some(({ path }) => path.startsWith(`${folder}/`));
  };
  const interpreter = await findInterpreter({
    python,
    path: process.env.PATH ?? "",
    workspace,
    isCommitted,
  });
  if ("reason" in interpreter) return { packages: null, reason: interpreter.reason };

  const dump = await dumpEnvironment(interpreter.path, temp);
  if (dump) return testedEnvironment(dump, requirements, python.kind === "path");
  if (python.kind === "default")
    return { packages: null, reason: "the Python on PATH did not list its packages" };
  throw new Failure("PYTHON_FAILED", "The interpreter in the `python` input did not list its packages.", {
    fix: "Give the path of a Python 3.8 or newer, or `off` to deploy without the comparison.",
  });
}
