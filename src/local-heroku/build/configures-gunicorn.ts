import { posix } from "node:path";
import { gunicornCommand } from "../../project/gunicorn-command.ts";
import { type Tree, treeOf } from "../../project/tree.ts";
import { readWebCommand, type WebCommand } from "../../project/web-command.ts";
import { workTree } from "../../project/work-tree.ts";

/** What may set `bind`, here or in a file that this one takes in. */
const MAY_BIND = /\bbind\b|import\s*\*|\bexec\b/;

/**
 * Whether a configuration file of the app's may tell gunicorn where to listen: the one that a web process with this
 * command reads, in whatever folder or script of the slug it starts gunicorn. True where that cannot be known. Where
 * the command does not show a gunicorn, every file that is named for one counts.
 */
export async function configuresGunicorn(slug: string, command: string | undefined): Promise<boolean> {
  if (command === undefined) return false;
  const source = workTree(slug);
  const entries = await source.list("", ".").catch(() => undefined);
  // Too many files to look at.
  if (!entries) return true;
  const tree = treeOf(entries);
  const web = await webCommand(command, tree, source.read);
  const configs = web?.commands
    .flatMap((each) => gunicornCommand(each)?.gunicorn ?? [])
    .map((each) => each.config);
  if (configs?.includes(undefined)) return true;
  const read = configs?.length ? configs.filter((path) => path !== undefined) : namedForIt(tree);
  const texts = await source.read(read);
  return read.some(
    (path) => tree.files.has(path) && MAY_BIND.test(texts.get(path)?.toString("utf8") ?? "bind"),
  );
}

async function webCommand(
  command: string,
  tree: Tree,
  read: ReturnType<typeof workTree>["read"],
): Promise<WebCommand | undefined> {
  const reading = readWebCommand({ file: "Procfile", line: 1, command }, tree, []);
  let step = reading.next();
  while (!step.done) step = reading.next(await read(step.value));
  return step.value;
}

function namedForIt({ files }: Tree): string[] {
  return [...files.keys()].filter((path) => /gunicorn.*\.py$/.test(posix.basename(path)));
}
