import { basename, join } from "node:path";
import { exists } from "../exists.ts";
import type { Platform } from "../platform.ts";
import type { BuildContext } from "./build-context.ts";
import { sitePackages } from "./site-packages.ts";

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
  return (await sitePackages(venv)).some((path) => /^nltk-.*\.dist-info$/i.test(basename(path)));
}
