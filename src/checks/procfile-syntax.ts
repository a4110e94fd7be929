import { type Procfile, parseProcfileLine } from "../project/procfile.ts";
import type { Check, Remark } from "./check.ts";
import { quote } from "./quote.ts";

type Flaw = {
  readonly problem: string;
  readonly fix: string;
  /** The line as it should be, where that is certain. */
  readonly mended?: string;
};

const COMMENT = /^\uFEFF?\s*(?:#|;|\/\/|$)/;

// Heroku reads each line by itself, ignores without a word what it cannot read, and honcho and foreman, which read
// the Procfile at home, are more patient.
export const procfileSyntax: Check = {
  id: "procfile-syntax",
  title: "Heroku reads every line of the Procfile as it is meant",
  buildpack: true,

  find({ procfile }) {
    if (!procfile || procfile.lines.some((line) => line.includes("\0"))) return [];
    return procfile.lines.flatMap((line, index) => {
      const flaw =
        COMMENT.test(line) || isOfProcfileWeb(line, procfile) ? undefined : flawOf(index, procfile);
      return flaw ? [remark(index + 1, flaw)] : [];
    });
  },
};

function remark(line: number, { mended, ...flaw }: Flaw): Remark {
  const place = { level: "warning", file: "Procfile", line } as const;
  if (mended === undefined) return { ...place, ...flaw };
  return {
    ...place,
    ...flaw,
    edits: [{ kind: "replace", file: "Procfile", from: line, to: line, lines: [mended] }],
  };
}

/** What is wrong with the web line is for procfile-web to say, as long as there is no other that is right. */
function isOfProcfileWeb(line: string, { processes }: Procfile): boolean {
  const web = processes.get("web");
  return (!web || web.command.startsWith(":")) && /^\uFEFF?\s*web\b/i.test(line);
}

function flawOf(index: number, { lines, processes }: Procfile): Flaw | undefined {
  const line = lines[index] ?? "";
  if (/\\\s*$/.test(lines[index - 1] ?? "")) return CONTINUED;

  const process = parseProcfileLine(line);
  if (!process) return ignored(line.trimEnd());

  const { name, command } = process;
  if (/^[:=]/.test(command)) return detached(name, command.slice(1).trim());
  const last = processes.get(name)?.line ?? 0;
  if (last !== index + 1) return overridden(name, last);
  return /^(?:web|release)$/i.test(name) ? capital(name, command, processes) : undefined;
}

const CONTINUED: Flaw = {
  problem:
    "The line above ends with a backslash, but Heroku reads each line of the Procfile by itself: the command ends there, and " +
    "this line is no part of it.",
  fix: "Write the whole command on one line, or put it into a shell script and write `bash` and its name.",
};

/** Why Cedar ignores a line, without the blanks at its end. */
function ignored(line: string): Flaw {
  const [, name, command] = /^\uFEFF?\s*([A-Za-z0-9_-]{1,128}):?(?:\s+|(?<=:))(.*)$/s.exec(line) ?? [];
  if (name === undefined || command === undefined) {
    return {
      problem:
        "Heroku ignores this line without a word: it does not begin with a name of letters, digits, - and _, and a colon.",
      fix: "Write a name, a colon, a blank and the command, as in `worker: python jobs.py`. A comment begins with #.",
    };
  }
  if (command === "") {
    return {
      problem: `${quote(name)} has no command on its line, so Heroku ignores it without a word.`,
      fix: "Put the command on the same line, or remove the line.",
    };
  }
  const mended = `${name}: ${command}`;
  return line.startsWith("\uFEFF")
    ? {
        problem: `The Procfile begins with an invisible byte order mark, so Heroku ignores its first line without a word, and ${quote(name)} is not there.`,
        fix: "Save it as UTF-8 without a byte order mark (in VS Code: Save with Encoding, UTF-8).",
        mended,
      }
    : {
        problem: `There is no blank after ${quote(`${name}:`)}, so Heroku ignores the line without a word. Tools that read a Procfile at home take it.`,
        fix: `Put a blank after the colon: ${quote(mended)}.`,
        mended,
      };
}

function detached(name: string, command: string): Flaw {
  return {
    problem: `The colon after ${quote(name)} must stand right behind it. Heroku takes it for the command, which ends at once.`,
    fix: `Write ${quote(`${name}: ${command}`)}.`,
    ...(command === "" ? {} : { mended: `${name}: ${command}` }),
  };
}

function overridden(name: string, last: number): Flaw {
  return {
    problem: `${quote(name)} stands here and again in line ${last}. Heroku takes the last of them, and this line does nothing.`,
    fix: "Remove one of the two, or give it a name of its own.",
  };
}

function capital(name: string, command: string, processes: Procfile["processes"]): Flaw | undefined {
  const small = name.toLowerCase();
  if (name === small) return undefined;
  return {
    problem: `To Heroku ${quote(name)} is not ${quote(small)}: it is a process type of its own, which nothing starts.`,
    fix: `Write ${quote(`${small}:`)} in small letters.`,
    ...(processes.has(small) ? {} : { mended: `${small}: ${command}` }),
  };
}
