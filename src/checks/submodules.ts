import type { Check, Remark } from "./check.ts";
import { quote } from "./quote.ts";

const MOST = 5;

// Heroku fetches the submodules of what is pushed while it builds, without any key of yours.
export const submodules: Check = {
  id: "submodules",
  title: "The commit has no submodules that Heroku cannot fetch",

  find({ files, texts, appDir }) {
    const urls = urlsOf(appDir === "." ? (texts.get(".gitmodules") ?? "") : "");
    return [...files.values()]
      .filter(({ mode }) => mode === "160000")
      .slice(0, MOST)
      .map(({ path }) => (appDir === "." ? remark(path, urls.get(path)) : inFolder(path)));
  },
};

function remark(path: string, url: string | undefined): Remark {
  if (url === undefined) {
    return {
      level: "warning",
      file: path,
      line: null,
      problem:
        `${quote(path)} is a git repository inside of yours, of which the commit only holds a reference, and no .gitmodules says where ` +
        "it comes from. Your disk has its files, Heroku gets none of them.",
      fix: `Take it out and add its files: git rm --cached ${quote(path)}, remove the .git folder in it, git add ${quote(path)}, and commit.`,
    };
  }
  if (!/^https?:\/\//.test(url)) {
    return {
      level: "warning",
      file: ".gitmodules",
      line: null,
      problem: `The submodule ${quote(path)} is fetched over ssh or from a place of your own, and Heroku has no key for it: its files are not there.`,
      fix: "Give the submodule the https address of a public repository, or add its files to this one.",
    };
  }
  return {
    level: "notice",
    file: ".gitmodules",
    line: null,
    problem: `${quote(path)} is a submodule. Heroku fetches it while it builds, which only works as long as anybody may read it.`,
    fix: "Nothing to do if the repository is public. Otherwise install it from a package index, or add its files to this repository.",
  };
}

function inFolder(path: string): Remark {
  return {
    level: "warning",
    file: path,
    line: null,
    problem: `${quote(path)} is a submodule, and of the folder in \`app-dir\` only the files are pushed: Heroku does not learn where it comes from.`,
    fix: "Add its files to this repository, or install it from requirements.txt.",
  };
}

/** The addresses in a .gitmodules, by path. */
function urlsOf(text: string): Map<string, string> {
  const urls = new Map<string, string>();
  for (const section of text.split(/^[ \t]*\[/m)) {
    const path = /^[ \t]*path[ \t]*=[ \t]*(.+?)[ \t\r]*$/m.exec(section)?.[1];
    const url = /^[ \t]*url[ \t]*=[ \t]*(.+?)[ \t\r]*$/m.exec(section)?.[1];
    if (path !== undefined && url !== undefined) urls.set(path, url);
  }
  return urls;
}
