import { posix } from "node:path";
import { optionOf } from "./option-of.ts";
import type { Word } from "./shell.ts";
import { isRegular, type Tree } from "./tree.ts";
import { moved, type SimpleCommand } from "./web-command.ts";

/** The app that the `flask` command loads. */
export type NamedApp = {
  readonly module: string;
  /** The object or the factory, as far as it is named. */
  readonly attribute: string | undefined;
  /** The folder that the module is imported from. */
  readonly root: string;
  /** False when a config var may name another. */
  readonly certain: boolean;
};

/** Which app `flask` loads: `--app`, else FLASK_APP, else wsgi.py or app.py. Follows `prepare_import` of Flask 3.1. */
export function flaskApp(
  { variables, folder }: SimpleCommand,
  args: readonly Word[],
  tree: Tree,
  texts: ReadonlyMap<string, string>,
): NamedApp | undefined {
  const named = optionOf(args, ["--app", "-A"]) ?? variables.get("FLASK_APP");
  const written = named ?? inFiles(texts) ?? usual(tree, folder);
  if (!written?.literal) return undefined;
  const [path = "", name] = written.text.split(/:(?![\\/])/, 2);
  const base = moved(folder, { ...written, text: path.replace(/\.py$/, "") });
  if (base === undefined || base === ".") return undefined;

  let root = posix.dirname(base);
  let module = posix.basename(base);
  for (; tree.files.has(posix.join(root, "__init__.py")) && root !== "."; root = posix.dirname(root))
    module = `${posix.basename(root)}.${module}`;
  return { module, attribute: /^\w+/.exec(name ?? "")?.[0], root, certain: named !== undefined };
}

/** Files that python-dotenv reads where it is installed. */
function inFiles(texts: ReadonlyMap<string, string>): Word | undefined {
  for (const file of [".env", ".flaskenv"]) {
    const [, text] =
      /^[ \t]*(?:export[ \t]+)?FLASK_APP[ \t]*=[ \t]*["']?([^\s"'#]+)/m.exec(texts.get(file) ?? "") ?? [];
    if (text !== undefined) return plain(text);
  }
  return undefined;
}

function usual(tree: Tree, folder: string | undefined): Word | undefined {
  const found = ["wsgi", "app"].find((name) =>
    isRegular(tree.files.get(posix.join(folder ?? ".", `${name}.py`))),
  );
  return found === undefined ? undefined : plain(found);
}

function plain(text: string): Word {
  return { text, literal: true, bareBracket: false };
}
