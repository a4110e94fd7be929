import type { Requirement } from "../project/requirements.ts";
import type { Remark } from "./check.ts";
import { otherSystem } from "./other-system.ts";
import { quote } from "./quote.ts";
import { marked, pinned, removed } from "./requirement-edits.ts";

type Said = Pick<Remark, "level" | "problem" | "fix" | "edits">;

/** A specifier that only one version fits, which it captures. */
export const PIN = /^===?([^*,]+)$/;

/** What to say of a package that pip on Heroku does not find under its name and version; `publicOnly` when no other index is named. */
export function unusableName(entry: Requirement, publicOnly: boolean): Said | undefined {
  const { key, name, specifier, url } = entry;
  if (key === "pkg-resources" && specifier.includes("0.0.0")) {
    return {
      level: "error",
      problem:
        "A fault of Debian's and Ubuntu's Python puts this line into `pip freeze`. There is no such package, so the build stops.",
      fix: "Delete the line.",
      edits: removed(entry),
    };
  }
  const other = otherSystem(key);
  if (other) {
    const { system, marker } = other;
    return {
      level: "error",
      problem: `${quote(name)} can only be installed on ${system}. Heroku runs Linux, so the build stops.`,
      fix: `Put \`; ${marker}\` behind it, so that it is only installed on ${system}, or delete the line.`,
      edits: entry.marker ? [] : marked(entry, marker),
    };
  }
  const [version = "", local] = PIN.exec(specifier)?.[1]?.trim().split("+", 2) ?? [];
  if (local !== undefined && publicOnly && url === undefined) {
    return {
      // The config var PIP_EXTRA_INDEX_URL on Heroku, which cannot be seen from here, may name the index that has it.
      level: "warning",
      problem: `The public package index has no versions with a \`+\`, so without another index pip does not find ${quote(name + specifier)} and the build stops.`,
      fix: `Write ${quote(`${name}==${version}`)}, or name the index that has it by \`--extra-index-url\` (or in the config var PIP_EXTRA_INDEX_URL).`,
      edits: pinned(entry, version),
    };
  }
  return undefined;
}
