import type { Project } from "../project/project.ts";
import type { Requirements } from "../project/requirements.ts";
import type { Remark } from "./check.ts";
import { inSubmodule } from "./unusable-source.ts";

const UNREADABLE: Readonly<Record<string, readonly [level: Remark["level"], problem: string, fix: string]>> =
  {
    "missing-file": [
      "error",
      "This includes a file that is not in what is pushed to Heroku, so pip stops.",
      "Commit the file, inside the folder that is deployed, and give its path from the file that includes it.",
    ],
    recursive: [
      "error",
      "This file includes itself, directly or by way of another, so pip stops.",
      "Delete the line.",
    ],
    "bad-encoding": [
      "error",
      "This file is not in UTF-8, and says no other encoding that Heroku's Python knows: pip cannot read it.",
      "Save it as UTF-8.",
    ],
    "long-line": ["warning", "This line is too long to be a requirement.", "Look at what happened to it."],
  };

/** What to say of the files that requirements.txt includes, and of itself, where pip cannot read them. */
export function unreadableIncludes({ files }: Project, { problems }: Requirements): Remark[] {
  return problems.flatMap((problem) => {
    const { kind, path, text } = problem;
    if (kind === "remote-file" && !/[ =r]["']?file:/i.test(text)) return [];
    // A link, a large file or one of a submodule is there on Heroku though it is not read here.
    if (path !== undefined && (files.has(path) || inSubmodule(path, files))) return [];
    const [level, what, fix] = UNREADABLE[kind === "remote-file" ? "missing-file" : kind] ?? [];
    return level && what && fix
      ? [{ file: problem.file, line: problem.line, level, problem: what, fix }]
      : [];
  });
}
