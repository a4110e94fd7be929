/** Where the local Heroku could not do as Heroku does; what the rehearsal may conclude depends on it. */
export const DIFFERENCES = [
  "python-minor",
  "python-patch",
  "tool-version",
  "package-manager",
  "setuptools",
  "submodules",
  "nltk",
  "app-folder",
  "loopback",
] as const;

/** What the build and the web dyno came to where the Platform API only says `failed` or `crashed`. */
export const ENDS = [
  "build-package-manager",
  "build-python-version",
  "build-environment",
  "build-packages",
  "boot-timeout",
  "command-not-found",
  "app-not-found",
  "worker-not-booted",
] as const;

export type Difference = {
  readonly kind: "difference";
  readonly about: (typeof DIFFERENCES)[number];
  /** For the user, in our own words. */
  readonly sentence: string;
};

export type End = { readonly kind: "end"; readonly end: (typeof ENDS)[number] };

/** Files that a dyno wrote and that went with it, relative to the app's root. */
export type Lost = {
  readonly kind: "lost";
  /** For example `web.1`. */
  readonly dyno: string;
  readonly files: readonly string[];
  /** Those of them that are SQLite databases. */
  readonly databases: readonly string[];
};

/** Why something of this machine is not to be had, in the terms of a Failure. */
export type Trouble = {
  readonly kind: "trouble";
  readonly code: string;
  readonly problem: string;
  readonly fix: string;
};

/** What a local Heroku tells whoever started it: a line of JSON each, on its standard output. */
export type Notice = Difference | End | Lost | Trouble;

/** Whether it has told of a difference of this kind. */
export function differs(notices: readonly Notice[], about: Difference["about"]): boolean {
  return notices.some((notice) => notice.kind === "difference" && notice.about === about);
}

/** A variable that it tells: what points a client at it. */
export type Exported = { readonly name: string; readonly value: string };

/** The variable on a line, as a shell would read it; undefined when the line is none. */
export function parseExport(line: string): Exported | undefined {
  const [, name, written] = /^export ([A-Z_]+)=(.*)$/.exec(line) ?? [];
  if (name === undefined || written === undefined) return undefined;
  const quoted = /^'(.*)'$/.exec(written)?.[1];
  return { name, value: quoted?.replaceAll("'\\''", "'") ?? written };
}

/** The notice on a line, undefined when the line is none. */
export function parseNotice(line: string): Notice | undefined {
  if (!line.startsWith("{")) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  return isNotice(value) ? value : undefined;
}

function isNotice(value: unknown): value is Notice {
  const notice: Record<string, unknown> = Object(value);
  const areTexts = (...names: string[]) => names.every((name) => isText(notice[name]));
  switch (notice.kind) {
    case "difference":
      return DIFFERENCES.some((one) => one === notice.about) && areTexts("sentence");
    case "end":
      return ENDS.some((one) => one === notice.end);
    case "lost":
      return areTexts("dyno") && [notice.files, notice.databases].every(isList);
    default:
      return notice.kind === "trouble" && areTexts("code", "problem", "fix");
  }
}

function isList(value: unknown): boolean {
  return Array.isArray(value) && value.every(isText);
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}
