const DOCS = "https://github.com/org/flask-heroku-deploy/blob/v1/docs";

/** The address of a page of ours, from its path below docs/ (an anchor may follow). */
export function docsPage(path: string): string {
  return `${DOCS}/${path}`;
}

/**
 * A stop that the user can act on: what happened, what to do, where to read. Anything else that is
 * thrown is a bug of ours. No part of it may quote a secret, a rejected value or raw foreign text.
 */
export class Failure extends Error {
  override readonly name = "Failure";
  /** Stable, for machines: the `error-code` output. Every code has a heading in docs/troubleshooting.md. */
  readonly code: string;
  readonly fix: string;
  readonly page: string;

  /** `page` is a path below docs/; without one it is the code's heading in troubleshooting.md. */
  constructor(code: string, problem: string, help: { fix: string; page?: string }) {
    super(problem);
    this.code = code;
    this.fix = help.fix;
    this.page = docsPage(help.page ?? `troubleshooting.md#${code.toLowerCase()}`);
  }
}
