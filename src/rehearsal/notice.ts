/** Where the local Heroku could not do as Heroku does; what the rehearsal may conclude depends on it. */
export const DIFFERENCES = ["python-minor", "python-patch", "package-manager"] as const;

export type Difference = {
  readonly kind: "difference";
  readonly about: (typeof DIFFERENCES)[number];
  /** For the user, in our own words. */
  readonly sentence: string;
};

/** Files that a web dyno wrote and that went with it, relative to the app's root. */
export type Lost = { readonly kind: "lost"; readonly files: readonly string[] };

/** Why something of this machine is not to be had, in the terms of a Failure. */
export type Trouble = {
  readonly kind: "trouble";
  readonly code: string;
  readonly problem: string;
  readonly fix: string;
};

/** What a local Heroku tells whoever started it: a line of JSON each, on its standard output. */
export type Notice = Difference | Lost | Trouble;

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
  const { kind, about, sentence, files, code, problem, fix } = Object(value) as Record<string, unknown>;
  if (kind === "difference") return DIFFERENCES.some((one) => one === about) && isText(sentence);
  if (kind === "lost") return Array.isArray(files) && files.every(isText);
  return kind === "trouble" && [code, problem, fix].every(isText);
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}
