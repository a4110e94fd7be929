import { type ASTNodeUnion, walk } from "py-ast";
import type { Project } from "../project/project.ts";
import { type PythonSource, parsedText } from "../project/python-source.ts";
import { minorOf } from "../project/python-version.ts";
import { fits } from "../project/versions.ts";
import type { Remark } from "./check.ts";
import { NEWER_SYNTAX, type NewerSyntax } from "./data/newer-syntax.ts";

type Use = { readonly line: number; readonly syntax: NewerSyntax };

/** The first line of each file that the app's Python is too old to read. */
export function tooNewSyntax({ modules, contents, python }: Project): Remark[] {
  const minor = minorOf(python);
  const newer = NEWER_SYNTAX.filter(({ since }) => fits(minor, `<${since}`));
  if (newer.length === 0) return [];
  return [...modules.reached, ...modules.perhaps].flatMap(([file, source]): Remark[] => {
    const text = parsedText(contents.get(file)?.toString("utf8") ?? "");
    const rows = newer.filter(({ hint }) => hint.test(text));
    const uses = source === "unreadable" || rows.length === 0 ? [] : usesIn(source, text, rows);
    const [first] = uses;
    if (!first) return [];
    const isReached = modules.reached.has(file);
    const wanted = uses.map(({ syntax }) => syntax.since).reduce((a, b) => (fits(a, `>=${b}`) ? a : b));
    return [
      {
        level: isReached ? "error" : "warning",
        file,
        line: first.line,
        problem:
          `${first.syntax.what} is read by Python ${first.syntax.since} and newer, and Heroku uses ${minor} for this app: it cannot ` +
          `read this file. ${isReached ? "The web process imports it when it starts, so the app does not start." : "Where the app imports it, the import fails."} At home a newer Python runs.`,
        fix: `Write \`${wanted}\`, or the newer version that you have at home, into .python-version. Or write the line as Python ${minor} reads it.`,
      },
    ];
  });
}

/** Every use, the first of the file first. */
function usesIn({ body }: PythonSource, text: string, rows: readonly NewerSyntax[]): Use[] {
  const lines = text.split(/\r\n|[\n\r]/);
  const uses: Use[] = [];
  for (const statement of body) {
    let line = statement.lineno;
    for (const node of walk(statement)) {
      line = lineOf(node) ?? line;
      for (const syntax of rows) if (syntax.is(node, lines)) uses.push({ line, syntax });
    }
  }
  return uses.toSorted((a, b) => a.line - b.line);
}

/** Some nodes have no line of their own: theirs is about that of the node before. */
function lineOf(node: ASTNodeUnion): number | undefined {
  return "lineno" in node ? node.lineno : undefined;
}
