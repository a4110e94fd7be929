import { readFile, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { sitePackages } from "./site-packages.ts";

/** The files of an editable installation that name the folder it came from; the buildpack looks at the same. */
const NAMES_FOLDER = /\.pth$|^__editable___.*_finder\.py$/;

/**
 * Makes editable installations of the app's own packages lead into the copy of the app that each dyno has, its HOME,
 * and not into the slug, which dynos share. Heroku writes /app into the same files when a dyno boots.
 */
export async function followHome(venv: string, folder: string): Promise<void> {
  const paths = (await sitePackages(venv)).filter((path) => NAMES_FOLDER.test(basename(path)));
  for (const path of paths) {
    const text = await readFile(path, "utf8");
    if (text.includes(folder)) await writeFile(path, relativeToHome(basename(path), text, folder));
  }
}

/** The text of such a file with HOME in place of a folder. Of a .pth, Python runs the lines that begin with `import`. */
export function relativeToHome(name: string, text: string, folder: string): string {
  // A JSON text is one of Python's as well.
  const home = `__import__("os").environ.get("HOME", ${JSON.stringify(folder)}) + `;
  const quotedToHome = (code: string) => code.replaceAll(`'${folder}`, `${home}'`);
  if (name.endsWith(".py")) return quotedToHome(text);
  const toHome = (line: string) =>
    line.startsWith(folder)
      ? `import sys; sys.path.append(${home}${JSON.stringify(line.slice(folder.length))})`
      : quotedToHome(line);
  return text.split(/\r?\n/).map(toHome).join("\n");
}
