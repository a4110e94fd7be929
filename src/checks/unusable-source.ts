import type { Project } from "../project/project.ts";
import type { Requirement, UnnamedRequirement } from "../project/requirements.ts";
import { inTree, isInstallable } from "../project/tree.ts";
import type { Remark } from "./check.ts";
import { quote } from "./quote.ts";
import { pinned } from "./requirement-edits.ts";

type Wanted = Requirement | UnnamedRequirement;
type Said = Pick<Remark, "level" | "problem" | "fix" | "edits">;

const ON_THIS_COMPUTER = /^(?:file:\/\/(?:localhost)?\/|\/|~|[a-z]:[\\/])/i;
const BY_SSH = /^(?:(?:git|hg|bzr|svn)\+)?(?:ssh|sftp):/i;
const OVER_GIT_PROTOCOL = /^(?:git\+)?git:\/\/github\.com\//i;
// A repository without an `@` and a commit, tag or branch behind its path.
const FLOATING = /^git\+(?:https?|git):\/\/(?:[^@/]*@)?[^/]+\/[^@#]*(?:#|$)/i;

/** Why Heroku cannot install what a line names by a path or a URL. Undefined when nothing speaks against it. */
export function unusableSource(wanted: Wanted, project: Project): Said | undefined {
  const source = "target" in wanted ? wanted.target : wanted.url;
  if (source === undefined) return undefined;
  if (ON_THIS_COMPUTER.test(source)) return onThisComputer(wanted, project);
  if (BY_SSH.test(source)) return bySsh(project);
  if (OVER_GIT_PROTOCOL.test(source)) {
    return {
      level: "error",
      problem:
        "This address begins with `git://`, and GitHub does not answer that protocol any more: the build stops.",
      fix: "Write `git+https://` in its place.",
    };
  }
  if (FLOATING.test(source)) {
    return {
      level: "warning",
      problem:
        "This installs the newest commit of a repository, whatever that is at the time: a build on Heroku may get other code " +
        "than the one that was tested.",
      fix: "Put `@` and a commit or tag behind the repository's address, in front of any `#`.",
    };
  }
  return /^[a-z][a-z+]+:/i.test(source) ? undefined : notCommitted(source, wanted.editable, project);
}

function onThisComputer(wanted: Wanted, { environment }: Project): Said {
  const named = "key" in wanted ? wanted : undefined;
  const installed = named && environment.packages?.get(named.key)?.version.split("+", 1)[0];
  const listed = named && `${named.name}==${installed ?? "VERSION"}`;
  return {
    level: "error",
    problem: `This is a path on the computer on which the file was written. Heroku does not have it, so the build stops.`,
    fix: listed
      ? `Write ${quote(listed)}${installed ? "" : " with the version that you use"}. \`pip list --format=freeze > requirements.txt\` writes a whole file without paths.`
      : "Name the package by its name and version, or delete the line.",
    edits: named && installed ? pinned(named, installed) : [],
  };
}

/** An SSH key may come from another buildpack or from a hook of the build. */
function bySsh({ files, texts }: Project): Said {
  const mayHaveKey = files.has("bin/pre_compile") || /"buildpacks"/.test(texts.get("app.json") ?? "");
  return {
    level: mayHaveKey ? "warning" : "error",
    problem:
      "This is fetched over SSH. At home your SSH key opens the repository; a build on Heroku has no key, so it stops.",
    fix: "Write a `git+https://` address. A private repository needs a package index or a copy of the package in the commit.",
  };
}

/** pip takes a path from the folder in which it runs: the root. */
function notCommitted(source: string, editable: boolean, { files }: Project): Said | undefined {
  const path = inTree(source.replace(/[#[].*$/, ""));
  const isThere = path !== undefined && (files.has(path) || isInstallable({ files }, path));
  if (isThere || (path !== undefined && inSubmodule(path, files))) return undefined;
  return {
    level: "error",
    problem: editable
      ? "This names a folder that has neither a pyproject.toml nor a setup.py in the commit, so pip cannot install it."
      : "This names a file that the commit does not have. Heroku only gets what is committed, so the build stops.",
    fix: editable
      ? "Commit its pyproject.toml, or delete the line if the folder is no package."
      : "Commit the file, or name the package by its name and version.",
  };
}

/** Heroku fetches submodules, and what is in them cannot be seen here. */
export function inSubmodule(path: string, files: Project["files"]): boolean {
  const parts = path.split("/");
  return parts.some((_, index) => files.get(parts.slice(0, index + 1).join("/"))?.mode === "160000");
}
