import { slugignore } from "../project/slugignore.ts";
import type { Check, Remark } from "./check.ts";
import { quote } from "./quote.ts";

const MARK = /^(?:(.*)\/)?pyvenv\.cfg$/s;

// Python's own `venv` writes pyvenv.cfg. The buildpack (v351) looks for it in two places and stops there
// (checks::existing-venv-dir), and at .heroku/python (checks::existing-python-dir).
export const venvCommitted: Check = {
  id: "venv-committed",
  title: "No virtual environment is in the commit",
  buildpack: true,

  find({ files, texts }) {
    const hidden = slugignore(texts.get(".slugignore"));
    const kept = [...files.keys()].filter((path) => !hidden.some(({ matches }) => matches(path)));
    const python = kept.find((path) => path.startsWith(".heroku/python/"));
    const remarks = kept.flatMap((path) => {
      const folder = MARK.exec(path)?.[1];
      return folder === undefined ? [] : [remark(path, folder)];
    });
    return python === undefined ? remarks : [...remarks, remark(python, ".heroku/python")];
  },
};

function remark(file: string, folder: string): Remark {
  const stops = [".venv", "venv", ".heroku/python"].includes(folder);
  return {
    level: stops ? "error" : "warning",
    file,
    line: null,
    problem:
      `The commit holds a virtual environment in ${quote(folder)}. It only works on the machine and in the folder that it was made ` +
      `in, and Heroku makes its own from requirements.txt. ${stops ? "The build stops when it sees it." : "It makes the app large, and its packages are not the ones that run."}`,
    fix: `Take it out of git, not off your disk: git rm -r --cached ${quote(folder)}. Add ${quote(`${folder}/`)} to .gitignore and commit.`,
  };
}
