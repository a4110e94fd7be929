import { test } from "vitest";
import { submodules } from "../../src/checks/submodules.ts";
import { expectFindings, type Row } from "./findings.ts";

const MODE = { modes: { "lib/tool": "160000" } };

function named(url: string) {
  return { ".gitmodules": `[submodule "tool"]\n\tpath = lib/tool\n\turl = ${url}\n`, "lib/tool": "" };
}

const ROWS: readonly Row[] = [
  ["over https", named("https://example.com/tool.git"), [["notice .gitmodules:-", "anybody may read"]], MODE],
  ["over ssh", named("git@example.com:me/tool.git"), [["warning .gitmodules:-", "no key"]], MODE],
  ["from beside it", named("../tool"), [["warning .gitmodules:-", "`lib/tool`"]], MODE],
  [
    "a repository that was added by mistake",
    { "lib/tool": "" },
    [["warning lib/tool:-", "git rm --cached"]],
    MODE,
  ],
  [
    "in a folder that is pushed as the root",
    named("https://example.com/tool.git"),
    [["warning lib/tool:-", "`app-dir`"]],
    { ...MODE, appDir: "web" },
  ],
  ["a .gitmodules that is left over", { ".gitmodules": named("x")[".gitmodules"], "lib/tool/a.py": "" }, []],
  ["none", { "app.py": "" }, []],
];

test.for(ROWS)("%s", (row) => expectFindings(submodules, row));
