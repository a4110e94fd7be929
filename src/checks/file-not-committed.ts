import type { UncommittedFile, WantedFile } from "../project/wanted-files.ts";
import type { Check, Remark } from "./check.ts";
import { quote } from "./quote.ts";

const EFFECT: Readonly<Record<WantedFile["use"], string>> = {
  import: "its import ends with ModuleNotFoundError, and the app does not start",
  procfile: "the web process ends at once",
  config: "reading it ends with FileNotFoundError, and the app does not start",
  folder: "pages that need it answer 500 or come without style",
};

// Heroku gets the commit. What only lies on the disk works at home, and on the runner too.
export const fileNotCommitted: Check = {
  id: "file-not-committed",
  title: "What the app needs is in the commit",
  buildpack: true,

  find({ uncommitted }) {
    const paths = uncommitted.map(({ path }) => path);
    return uncommitted.filter(({ path }, index) => paths.indexOf(path) === index).map(remark);
  },
};

function remark({ path, use, file, line, state }: UncommittedFile): Remark {
  const isIgnored = state === "ignored";
  const add = isIgnored
    ? `Remove the line of .gitignore that names it, then git add ${quote(path)}, and commit.`
    : `Add it: git add ${quote(path)}, and commit.`;
  const secret =
    use === "import" || use === "config"
      ? " If it holds passwords, leave it out, and read them from config vars: `os.environ`."
      : "";
  return {
    level: use === "folder" ? "warning" : "error",
    file,
    line,
    problem:
      `${quote(path)} is needed here and lies on the disk, but it is not in the commit${isIgnored ? ", because .gitignore names it" : ""}. ` +
      `Heroku gets the commit and nothing else: ${EFFECT[use]}.`,
    fix: add + secret,
  };
}
