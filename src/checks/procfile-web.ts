import type { Procfile } from "../project/procfile.ts";
import type { Check } from "./check.ts";
import type { Edit } from "./edit.ts";
import { quote } from "./quote.ts";

type Defect = {
  readonly line: number | null;
  readonly problem: string;
  readonly fix: string;
  readonly edits?: readonly Edit[];
};

const EFFECT = "Only the process type `web` gets requests, so every page would answer 503.";
const EXAMPLE = "`web: gunicorn app:app`";

// Cedar ignores a line that it cannot read, without a word: the build passes and no web process is started.
export const procfileWeb: Check = {
  id: "procfile-web",
  title: "The Procfile has a web process",
  buildpack: true,

  find({ procfile }) {
    const defect = procfile && findDefect(procfile);
    return defect ? [{ level: "error", file: "Procfile", ...defect }] : [];
  },
};

function findDefect(procfile: Procfile): Defect | undefined {
  const { processes, lines } = procfile;
  const web = processes.get("web");
  if (web?.command.startsWith(":")) {
    return {
      line: web.line,
      problem:
        "There is a blank between `web` and its colon. Heroku takes the colon for the command, and it ends at once.",
      fix: `Write \`web:\` without a blank before the colon, as in ${EXAMPLE}.`,
      edits: mended(lines, web.line),
    };
  }
  if (web) return undefined;

  if (lines.some((line) => line.includes("\0"))) {
    return {
      line: 1,
      problem: `The Procfile is saved as UTF-16, as PowerShell's > does, and Heroku cannot read it. ${EFFECT}`,
      fix: "Save it as UTF-8 without a byte order mark (in VS Code: Save with Encoding), then commit.",
    };
  }
  return glued(lines) ?? marked(lines) ?? empty(lines) ?? capital(procfile) ?? none(procfile);
}

function glued(lines: readonly string[]): Defect | undefined {
  const line = lineOf(lines, /^\uFEFF?\s*web:\S/i);
  return line === undefined
    ? undefined
    : {
        line,
        problem: `The web line has no blank after \`web:\`, so Heroku ignores it without a word. ${EFFECT}`,
        fix: `Put a blank after the colon, as in ${EXAMPLE}.`,
        edits: mended(lines, line),
      };
}

function marked(lines: readonly string[]): Defect | undefined {
  const line = lineOf(lines, /^\uFEFF\s*web/i);
  return line === undefined
    ? undefined
    : {
        line,
        problem: `The Procfile begins with an invisible byte order mark, which hides its first line from Heroku. ${EFFECT}`,
        fix: "Save it as UTF-8 without a byte order mark (in VS Code: Save with Encoding, UTF-8), then commit.",
        edits: mended(lines, line),
      };
}

function empty(lines: readonly string[]): Defect | undefined {
  const line = lineOf(lines, /^\s*web:?\s*$/i);
  return line === undefined
    ? undefined
    : {
        line,
        problem: `The web line names no command. ${EFFECT}`,
        fix: `Put the command on the same line, as in ${EXAMPLE}.`,
      };
}

function capital({ processes, lines }: Procfile): Defect | undefined {
  const process = [...processes.values()].find(({ name }) => name.toLowerCase() === "web");
  return (
    process && {
      line: process.line,
      problem: `The process type is written ${quote(process.name)}, and to Heroku that is not \`web\`. ${EFFECT}`,
      fix: `Write it in small letters, as in ${EXAMPLE}.`,
      edits: mended(lines, process.line),
    }
  );
}

function none({ processes }: Procfile): Defect {
  const others = [...processes.keys()].slice(0, 5).map(quote).join(", ");
  return {
    line: null,
    problem: `The Procfile has no \`web\` line${others && `, only ${others}`}. ${EFFECT}`,
    fix: `Add a line such as ${EXAMPLE}: the module of your app, a colon, the Flask object in it.`,
  };
}

/** Writes the web line as Heroku wants it, whatever stands between its name and its command. */
function mended(lines: readonly string[], line: number): Edit[] {
  const [, command = ""] = /^\uFEFF?\s*web[\s:]*(.*)$/is.exec(lines[line - 1] ?? "") ?? [];
  if (command.trim() === "") return [];
  return [{ kind: "replace", file: "Procfile", from: line, to: line, lines: [`web: ${command.trimEnd()}`] }];
}

function lineOf(lines: readonly string[], pattern: RegExp): number | undefined {
  const index = lines.findIndex((line) => pattern.test(line));
  return index < 0 ? undefined : index + 1;
}
