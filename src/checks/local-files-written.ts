import { posix } from "node:path";
import { type Call, type ExprNode, walk } from "py-ast";
import type { CallFact } from "../project/code-facts.ts";
import { dotted, textOf } from "../project/dotted.ts";
import type { Project } from "../project/project.ts";
import { inTree } from "../project/tree.ts";
import type { Check, Remark } from "./check.ts";
import { quote } from "./quote.ts";

type Kind = "uploads" | "logs" | "files";

const ADVICE: Readonly<Record<Kind, { readonly what: string; readonly fix: string }>> = {
  uploads: {
    what: "What a visitor uploads is written to the disk here",
    fix: "Put uploads on a file store such as S3, or, if they are small, into the database.",
  },
  logs: {
    what: "A log is written to a file here",
    fix: "Log to the console, which is what Python does without a file: `heroku logs` shows it, and add-ons keep it.",
  },
  files: {
    what: "A file is written to the disk here",
    fix: "If it must be there tomorrow, put it into the database or on a file store such as S3. A file that is used at once and then not again is fine, best in /tmp.",
  },
};

// Every dyno has a disk of its own, which is thrown away at each restart: at each deploy and at least once a day.
export const localFilesWritten: Check = {
  id: "local-files-written",
  title: "Nothing that must last is written to the dyno's disk",

  find(project) {
    const said = new Set<string>();
    return project.code.calls.flatMap((call): Remark[] => {
      const { line, where } = call;
      if (where.loaded === "no" || where.guard === "main") return [];
      const kind = kindOf(call);
      if (kind === undefined || said.has(`${where.file} ${kind}`)) return [];
      said.add(`${where.file} ${kind}`);
      const { what, fix } = ADVICE[kind];
      return [
        ...(kind === "logs" ? withoutFolder(call, project) : []),
        {
          level: "notice",
          file: where.file,
          line,
          problem:
            `${what}. At home it stays there. On Heroku every dyno has a disk of its own, which is thrown away when it restarts: at ` +
            "every deploy, and at least once a day.",
          fix,
        },
      ];
    });
  },
};

/** A log whose folder is in nobody's commit: at home it was made by hand, once. */
function withoutFolder({ node, line, where }: CallFact, { files, code, web, modules }: Project): Remark[] {
  const path = textOf(keyword(node, "filename") ?? node.args[0]);
  const folder = path === undefined || path.startsWith("/") ? "." : posix.dirname(path);
  const inCommit = inTree(modules.webTarget?.root ?? ".", folder);
  if (folder === "." || inCommit === undefined || keyword(node, "delay")) return [];
  const isThere = [...files.keys()].some((file) => file.startsWith(`${inCommit}/`));
  const isMade =
    code.hasUnreadable ||
    code.calls.some(({ node: { func } }) =>
      /^(?:mkdir|makedirs)$/.test(func.nodeType === "Attribute" ? func.attr : (dotted(func) ?? "")),
    ) ||
    web?.commands.some(({ words }) => words[0]?.text === "mkdir") ||
    [".profile", "bin/pre_compile", "bin/post_compile"].some((file) => files.has(file));
  if (isThere || isMade) return [];
  return [
    {
      level: "warning",
      file: where.file,
      line,
      problem:
        `The log goes into the folder ${quote(folder)}, which is not in the commit, and nothing makes it: on Heroku it is not there, ` +
        "and opening the log ends with FileNotFoundError.",
      fix: `Log to the console in its place. Or make the folder first: \`os.makedirs(${JSON.stringify(folder)}, exist_ok=True)\`.`,
    },
  ];
}

function kindOf({ name, node }: CallFact): Kind | undefined {
  if (/(?:^|\.)(?:(?:Timed)?Rotating|Watched)?FileHandler$/.test(name)) return "logs";
  if (/(?:^|\.)basicConfig$/.test(name)) return keyword(node, "filename") ? "logs" : undefined;
  if (/\.save$/.test(name) && node.args[0] && isUpload(node.args[0])) return "uploads";
  return name === "open" && isWritten(node) ? "files" : undefined;
}

/** Whether a path is made of an upload's name or of the folder that Flask's documentation keeps uploads in. */
function isUpload(path: ExprNode): boolean {
  for (const node of walk(path)) {
    if (node.nodeType === "Name" && node.id === "secure_filename") return true;
    if (node.nodeType === "Attribute" && node.attr === "filename") return true;
    if (node.nodeType === "Constant" && /^upload_folder$/i.test(String(node.value))) return true;
  }
  return false;
}

function isWritten(call: Call): boolean {
  const mode = textOf(keyword(call, "mode") ?? call.args[1]);
  const path = textOf(call.args[0]);
  return mode !== undefined && /[wax]/.test(mode) && !/^\/(?:tmp|dev|proc)\//.test(path ?? "");
}

function keyword({ keywords }: Call, name: string): ExprNode | undefined {
  return keywords.find(({ arg }) => arg === name)?.value;
}
