import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { exists } from "../exists.ts";
import type { Platform } from "../platform.ts";
import type { BuildContext } from "./build-context.ts";

/** Says that the corpora of an nltk.txt are not downloaded here, where the buildpack would: NLTK is installed. */
export async function sayNoCorpora(
  platform: Platform,
  { folder, venv }: { readonly folder: string; readonly venv: string },
  line: BuildContext["line"],
): Promise<void> {
  if (!(await exists(join(folder, "nltk.txt"))) || !(await hasNltk(venv))) return;
  const sentence = "Heroku downloads the NLTK data that nltk.txt lists; here it was not downloaded.";
  line(` !     ${sentence}`);
  platform.tell({ kind: "difference", about: "nltk", sentence });
}

async function hasNltk(venv: string): Promise<boolean> {
  const libraries = await readdir(join(venv, "lib"));
  const packages = await Promise.all(
    libraries.map((library) => readdir(join(venv, "lib", library, "site-packages")).catch(() => [])),
  );
  return packages.flat().some((name) => /^nltk-.*\.dist-info$/i.test(name));
}
