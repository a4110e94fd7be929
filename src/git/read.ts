import { Failure } from "../failure.ts";
import type { TreeEntry } from "../project/tree.ts";
import type { Run } from "./run.ts";

const EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

const LS_TREE = ["ls-tree", "-r", "-l", "-z", "--full-tree"];

/**
 * Id of the tree of `folder` (`.` for the root) in a commit. Throws Failure COMMIT_MISSING, or APP_DIR_MISSING
 * when the commit has no such folder, or nothing in it.
 */
export async function treeOf(run: Run, commit: string, folder: string): Promise<string> {
  if (!isPlain(folder)) throw appDirMissing();
  const revisions = [`${commit}^{commit}`, treeName(commit, folder)];
  const { stdout } = await run(["cat-file", "--batch-check"], { input: revisions.join("\n") + "\n" });
  const [first = "", second = ""] = stdout.toString().split("\n");
  if (!/^[0-9a-f]{40} commit /.test(first)) {
    throw new Failure("COMMIT_MISSING", "The checkout does not have the commit to deploy.", {
      fix: "Check that commit out with actions/checkout before this action.",
    });
  }
  const tree = /^([0-9a-f]{40}) tree /.exec(second)?.[1];
  if (tree === undefined || tree === EMPTY_TREE) throw appDirMissing();
  return tree;
}

/**
 * Every file below `folder` of a commit. Throws Failure as `treeOf` does, and OBJECTS_MISSING in a partial clone or when
 * an object is corrupt, which git's own words in the log tell apart.
 */
export async function list(run: Run, commit: string, folder: string): Promise<TreeEntry[]> {
  // Most folders are there: only an answer that tells nothing is worth a second process.
  const first =
    isPlain(folder) && (await run([...LS_TREE, treeName(commit, folder)], { bulk: true, answers: [128] }));
  const { code, stdout } =
    first && first.code === 0 && first.stdout.length > 0
      ? first
      : await run([...LS_TREE, await treeOf(run, commit, folder)], { bulk: true, complaints: [128] });
  if (code !== 0) throw objectsMissing();
  return stdout
    .toString()
    .split("\0")
    .filter((record) => record !== "")
    .map((record) => {
      const tab = record.indexOf("\t");
      const [mode = "", , oid = "", size = ""] = record.slice(0, tab).split(/ +/);
      if (size === "BAD") throw objectsMissing();
      return { path: record.slice(tab + 1), mode, oid, size: size === "-" ? 0 : Number(size) };
    });
}

/** Contents of objects by id. Throws Failure OBJECTS_MISSING when one is not here. */
export async function read(run: Run, oids: readonly string[]): Promise<Map<string, Buffer>> {
  const input = [...new Set(oids)].map((oid) => `${oid}\n`).join("");
  const { stdout } = await run(["cat-file", "--batch", "--buffer"], { input });
  return new Map(objects(stdout));
}

/** The refusal of a clone that has the commit but not all that belongs to it. */
export function objectsMissing(): Failure {
  return new Failure(
    "OBJECTS_MISSING",
    "The checkout lacks files of its own commit: it is a partial or sparse clone.",
    {
      fix: "Remove `filter` and `sparse-checkout` from the options of actions/checkout.",
    },
  );
}

/** Splits the answer of `cat-file --batch`: `<oid> <type> <size>`, newline, contents, newline, for each object. */
function* objects(answer: Buffer): Generator<readonly [oid: string, content: Buffer]> {
  for (let position = 0; position < answer.length; ) {
    const start = answer.indexOf("\n", position) + 1;
    const [oid = "", type, size] = answer.toString("latin1", position, start - 1).split(" ");
    if (type === "missing") throw objectsMissing();
    const end = start + Number(size);
    yield [oid, answer.subarray(start, end)];
    position = end + 1;
  }
}

/** The tree of a folder, as git is asked for it. */
function treeName(commit: string, folder: string): string {
  return folder === "." ? `${commit}^{tree}` : `${commit}:${folder}`;
}

/** True for a name that git takes literally after `COMMIT:`, and that fits the one line it is sent in. */
function isPlain(folder: string): boolean {
  if (folder === ".") return true;
  if (/[\0\n]/.test(folder)) return false;
  return folder.split("/").every((part) => part !== "" && part !== "." && part !== "..");
}

function appDirMissing(): Failure {
  return new Failure(
    "APP_DIR_MISSING",
    "The commit has no folder of the name in `app-dir`, or nothing in it.",
    {
      fix: "Write the folder's name as git has it, relative to the root of the repository, and commit its files.",
    },
  );
}
