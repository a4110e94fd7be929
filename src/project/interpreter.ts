import { realpath } from "node:fs/promises";
import { delimiter, dirname, join, relative, resolve, sep } from "node:path";
import { Failure } from "../failure.ts";
import { absoluteFolders } from "../git/environment.ts";
import { contains, isExecutable } from "../git/executable.ts";
import type { Settings } from "../settings.ts";

/** An interpreter to ask, or a clause that says why there is none. */
export type Interpreter = { readonly path: string } | { readonly reason: string };

export type Search = {
  readonly python: Settings["python"];
  /** The PATH to look on. */
  readonly path: string;
  /** Absolute path of the checkout. */
  readonly workspace: string;
  /** Whether the commit has a file below this folder of the checkout (`/`-separated, relative to it). */
  readonly isCommitted: (folder: string) => Promise<boolean>;
};

/**
 * Finds the interpreter whose packages are compared. Nothing that the repository brings may be run: on PATH, relative
 * folders are passed over and one inside the checkout ends the search; a path in the `python` input may lie in the
 * checkout (a virtual environment that the job made there) as long as the commit has no file around it.
 * Throws Failure PYTHON_NOT_FOUND or PYTHON_COMMITTED for a path of that input.
 */
export async function findInterpreter(search: Search): Promise<Interpreter> {
  const { python } = search;
  if (python.kind === "off") return { reason: "the `python` input is `off`" };
  return python.kind === "path" ? named(python.path, search) : onPath(search);
}

async function onPath({ path, workspace }: Search): Promise<Interpreter> {
  const checkout = await realpath(workspace);
  const folders = absoluteFolders(path, delimiter);
  for (const name of ["python3", "python"]) {
    for (const folder of folders) {
      const file = join(folder, name);
      if (!(await isExecutable(file))) continue;
      const places = [folder, await realpath(folder), await realpath(file)];
      if (!places.some((place) => contains(checkout, place) || contains(workspace, place)))
        return { path: file };
      return {
        reason:
          "the first Python on PATH lies in the checkout; name it in the `python` input to compare with it",
      };
    }
  }
  return { reason: "there is no Python on PATH" };
}

async function named(written: string, { workspace, isCommitted }: Search): Promise<Interpreter> {
  const file = resolve(workspace, written);
  if (!(await isExecutable(file))) {
    throw new Failure("PYTHON_NOT_FOUND", "The `python` input names no file that can be run.", {
      fix: "Give the path of the interpreter that the tests ran with, `python3` for the one on PATH, or `off`.",
    });
  }
  const checkout = await realpath(workspace);
  for (const place of [file, await realpath(file)]) {
    // A virtual environment runs code from around its interpreter: PREFIX/bin/python reads PREFIX/lib.
    const prefix = dirname(await realpath(dirname(place)));
    const folder = relative(checkout, prefix).replaceAll(sep, "/") || ".";
    if (contains(checkout, prefix) && (await isCommitted(folder))) throw committed();
  }
  return { path: file };
}

function committed(): Failure {
  return new Failure(
    "PYTHON_COMMITTED",
    "The `python` input names an interpreter that comes with the repository.",
    {
      fix: "Nothing of the repository is run here: make the virtual environment in a step of the job, or use `off`.",
    },
  );
}
