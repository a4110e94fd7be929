import { Failure } from "../failure.ts";
import type { Git } from "../git/git.ts";
import type { GitHubRun } from "../github-run.ts";
import type { Settings } from "../settings.ts";
import { askIndex } from "./ask-index.ts";
import { blobReader } from "./blobs.ts";
import { containerOf } from "./container.ts";
import { dumpEnvironment, type Environment } from "./environment.ts";
import { freezePath, readFreeze } from "./freeze.ts";
import type { IndexSource } from "./index-source.ts";
import { findInterpreter, type Interpreter } from "./interpreter.ts";
import type { PackageIndex } from "./package-index.ts";
import { publicPins } from "./pins.ts";
import type { Project } from "./project.ts";
import { readFiles } from "./project-files.ts";
import type { Reading } from "./reading.ts";
import type { Requirements } from "./requirements.ts";
import { askSyntax, refusedFiles } from "./syntax.ts";
import { testedEnvironment } from "./tested-environment.ts";
import { treeOf } from "./tree.ts";
import { uncommittedFiles, wantedFiles } from "./wanted-files.ts";
import { glibcOn } from "./wheel.ts";

const DEFAULT: Settings["python"] = { kind: "default" };

type Reader = Pick<Git, "head" | "list" | "read"> & Partial<Pick<Git, "onDisk">>;

export type ReadOptions = Pick<Settings, "appDir" | "python"> &
  Partial<Pick<Settings, "stack" | "configVars">> & {
    readonly run: Pick<GitHubRun, "workspace">;
    /** Undefined asks none. */
    readonly packageIndex?: IndexSource | undefined;
    /** Absolute path of a private folder. */
    readonly temp: string;
  };

/**
 * Reads what the commit of the workspace holds, from its objects alone: links are not followed and nothing is run.
 * Throws what `git` throws, and Failure PYTHON_NOT_FOUND, PYTHON_COMMITTED or PYTHON_FAILED for the `python` input.
 */
export async function readProject(reader: Reader, options: ReadOptions): Promise<Project> {
  const git = listingOnce(reader);
  const { appDir, stack, configVars } = options;
  const commit = await git.head();
  const tree = treeOf(await git.list(commit, appDir));
  const container = containerOf(tree.files, stack);
  const { value: parts, contents } = await feed(
    readFiles(tree, container, configVars),
    blobReader(git, tree.files),
  );
  // What takes longest begins first: it runs beside all the rest.
  const index = readIndex(options, container ? undefined : parts.requirements);
  const environment = await readEnvironment(git, commit, options, parts.requirements);
  const syntax = await readSyntax(git, commit, options, parts, contents);
  const wanted = wantedFiles({ files: tree.files, ...parts });
  const states = (await git.onDisk?.(appDir, [...new Set(wanted.map(({ path }) => path))])) ?? new Map();
  return {
    commit,
    appDir,
    files: tree.files,
    container,
    contents,
    ...parts,
    environment,
    index: await index,
    syntax,
    uncommitted: uncommittedFiles(wanted, states),
  };
}

/** The same git, which lists each folder of a commit once. */
function listingOnce(git: Reader): Reader {
  const known = new Map<string, ReturnType<Reader["list"]>>();
  return {
    ...git,
    list(commit, folder) {
      const listed = known.get(folder) ?? git.list(commit, folder);
      known.set(folder, listed);
      return listed;
    },
  };
}

/** Runs a reader to its end, and keeps all that it was given. */
async function feed<T>(reading: Reading<T>, read: ReturnType<typeof blobReader>) {
  const contents = new Map<string, Buffer>();
  let step = reading.next();
  while (!step.done) {
    const given = await read(step.value);
    for (const [path, bytes] of given) contents.set(path, bytes);
    step = reading.next(given);
  }
  return { value: step.value, contents };
}

async function readEnvironment(
  git: Reader,
  commit: string,
  { python, run: { workspace }, temp }: ReadOptions,
  requirements: Requirements | undefined,
): Promise<Environment> {
  if (!requirements && python.kind !== "path")
    return { packages: null, reason: "the commit has no requirements.txt" };

  const freeze = freezePath(python);
  if (freeze !== undefined) return readFreeze(freeze, workspace, commit, git);

  const interpreter = await interpreterOf(git, commit, { python, run: { workspace } });
  if ("reason" in interpreter) return { packages: null, reason: interpreter.reason };

  const dump = await dumpEnvironment(interpreter.path, temp);
  if (dump) return testedEnvironment(dump, requirements, python.kind === "path");
  if (python.kind === "default")
    return { packages: null, reason: "the Python on PATH did not list its packages" };
  throw new Failure("PYTHON_FAILED", "The interpreter in the `python` input did not list its packages.", {
    fix: "Give the path of a Python 3.8 or newer, or `off` to deploy without the comparison.",
  });
}

/** What the package index says of the pins that pip on Heroku would look up there. */
async function readIndex(
  { packageIndex, stack }: ReadOptions,
  requirements: Requirements | undefined,
): Promise<PackageIndex> {
  if (!requirements) return { packages: null, reason: "pip gets no requirements.txt" };
  return askIndex(packageIndex, publicPins(requirements), glibcOn(stack));
}

/** What Python says of the files that the bundled parser refuses; most apps have none, and then nothing is run. */
async function readSyntax(
  git: Reader,
  commit: string,
  options: ReadOptions,
  { modules, python }: Pick<Project, "modules" | "python">,
  contents: ReadonlyMap<string, Buffer>,
): Promise<Project["syntax"]> {
  const sources = new Map(
    refusedFiles(modules, contents).map((path) => [path, contents.get(path) ?? Buffer.alloc(0)]),
  );
  if (sources.size === 0) return new Map();
  const python3 = freezePath(options.python) === undefined ? options.python : DEFAULT;
  return askSyntax(
    await interpreterOf(git, commit, { ...options, python: python3 }),
    sources,
    python,
    options.temp,
  );
}

function interpreterOf(
  git: Reader,
  commit: string,
  { python, run: { workspace } }: Pick<ReadOptions, "python" | "run">,
): Promise<Interpreter> {
  const isCommitted = async (folder: string) => {
    const files = await git.list(commit, ".");
    return folder === "." || files.some(({ path }) => path.startsWith(`${folder}/`));
  };
  return findInterpreter({ python, path: process.env.PATH ?? "", workspace, isCommitted });
}
