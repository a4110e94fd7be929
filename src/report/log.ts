import { randomBytes } from "node:crypto";
import { posix } from "node:path";
import {
  type AnnotationProperties,
  endGroup,
  error,
  info,
  notice,
  setSecret,
  startGroup,
  warning,
} from "@actions/core";
import type { Finding } from "../checks/check.ts";
import { TAIL_LINES } from "./log-tail.ts";
import { redactor } from "./redact.ts";
import { logLines } from "./untrusted.ts";
import { counted, LEVELS } from "./words.ts";

/** The run's log. What others wrote goes through `foreign`, and through nothing else. */
export type Log = {
  /** Runs `body` inside a log group that is always closed. */
  group<T>(title: string, body: () => Promise<T>): Promise<T>;
  /** A line of our own words. */
  info(line: string): void;
  /** A line of git, a build, a dyno or a page: redacted and disarmed before it is printed. */
  foreign(line: string): void;
  /** The last lines that others wrote since the group began, raw: a secret may become known only later. */
  tail(): readonly string[];
  notice(line: string): void;
  warning(line: string): void;
  /** Marks the findings' lines in the pull request, the worst first; `appDir` is the folder that their files are relative to. */
  annotate(findings: readonly Finding[], appDir: string): void;
  /** Registers a secret with the runner and with our own redaction, the moment it is known. */
  secret(value: string): void;
  /** The text without any registered secret. */
  redact(text: string): string;
};

/**
 * GitHub shows 10 annotations of a level per step and drops the rest in silence:
 * https://docs.github.com/en/rest/checks/runs. One is kept for the run's own last word.
 */
const MOST_OF_A_LEVEL = 9;

const annotate = { error, warning, notice };

/** The log of an action's step, on the runner's standard output. */
export function actionLog(): Log {
  const { add, redact } = redactor();
  let stopped: string | undefined;
  let tail: string[] = [];

  const clean = (text: string) => logLines(text, redact).join("\n");

  // Foreign lines stand between the runner's stop command and its token. Whatever is ours comes after the token,
  // or the runner would not obey it.
  const resume = () => {
    if (stopped !== undefined) info(`::${stopped}::`);
    stopped = undefined;
  };
  const stop = () => {
    if (stopped !== undefined) return;
    stopped = randomBytes(32).toString("hex");
    info(`::stop-commands::${stopped}`);
  };
  const issue = (level: Finding["level"], line: string, where: AnnotationProperties = {}) => {
    resume();
    annotate[level](logLines(line, redact).join(" "), where);
  };

  return {
    async group(title, body) {
      tail = [];
      resume();
      startGroup(clean(title));
      try {
        return await body();
      } finally {
        resume();
        endGroup();
      }
    },
    info(line) {
      resume();
      info(clean(line));
    },
    foreign(line) {
      tail = [...tail.slice(1 - TAIL_LINES), line];
      stop();
      info(clean(line));
    },
    tail: () => tail,
    notice: (line) => issue("notice", line),
    warning: (line) => issue("warning", line),
    annotate(findings, appDir) {
      const shown = LEVELS.flatMap((level) =>
        findings.filter((finding) => finding.level === level).slice(0, MOST_OF_A_LEVEL),
      );
      for (const { level, check, file, line, problem, fix, page } of shown) {
        issue(level, `${problem} ${fix} ${page}`, {
          title: check,
          ...(file !== null && { file: clean(posix.join(appDir, file)) }),
          ...(line !== null && { startLine: line }),
        });
      }
      const more = findings.length - shown.length;
      if (more > 0) {
        resume();
        info(
          `GitHub shows few annotations per step: ${counted(more, "further finding")} in the job summary alone.`,
        );
      }
    },
    secret(value) {
      resume();
      for (const form of add(value)) setSecret(form);
    },
    redact,
  };
}
