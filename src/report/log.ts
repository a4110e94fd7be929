import type { Finding } from "../checks/check.ts";

/** The run's log. What others wrote goes through `foreign`, and through nothing else. */
export type Log = {
  /** Runs `body` inside a log group that is always closed. */
  group<T>(title: string, body: () => Promise<T>): Promise<T>;
  /** A line of our own words. */
  info(line: string): void;
  /** A line of git, a build, a dyno or a page: redacted and disarmed before it is printed. */
  foreign(line: string): void;
  notice(line: string): void;
  warning(line: string): void;
  error(line: string): void;
  annotate(finding: Finding): void;
  /** Registers a secret with the runner and with our own redaction, the moment it is known. */
  secret(value: string): void;
  /** The text without any registered secret. */
  redact(text: string): string;
};
