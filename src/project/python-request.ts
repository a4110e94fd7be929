/** The files that can name the app's Python. The first that the commit has decides: Heroku's Python buildpack (v351). */
export const PYTHON_FILES = ["runtime.txt", ".python-version", "Pipfile.lock"] as const;
export type PythonFile = (typeof PYTHON_FILES)[number];

/**
 * The mistakes in `.python-version` that the buildpack looks for (heroku-buildpack-python#1970): no dot at the front, an
 * ending, another sign for the hyphen, blanks at the end. It stops even when there is a file of the right name as well.
 */
export const MISSPELT_PYTHON_VERSION =
  /^(?:python-version|\.python-version\.txt|\.python[_.]version|\.python-version\s+)$/;

/** What one of those files says. */
export type PythonRequest = { readonly file: PythonFile } & (
  | {
      readonly kind: "version";
      readonly major: number;
      readonly minor: number;
      readonly patch: number | undefined;
      readonly line: number;
    }
  /** The buildpack refuses the file; `found` is the minor of Python 3 that it may mean. */
  | {
      readonly kind: "empty" | "several" | "encoding" | "malformed";
      readonly line: number;
      readonly found: number | undefined;
    }
);

type Texts = ReadonlyMap<string, string>;

const VERSION = /^(0|[1-9]\d*)\.(0|[1-9]\d*)(?:\.(0|[1-9]\d*))?$/;

/** What the deciding file says; undefined when none says anything, so that Heroku takes its default. */
export function pythonRequest(texts: Texts): PythonRequest | undefined {
  return runtimeTxt(texts) ?? pythonVersionFile(texts) ?? pipfileLock(texts);
}

/** runtime.txt: one line `python-3.14`, or with a patch; since 2025-11 comment lines are passed over as well. */
export function runtimeTxt(texts: Texts): PythonRequest | undefined {
  return fromLines("runtime.txt", texts.get("runtime.txt"), "python-");
}

/** .python-version: one line `3.14`, or with a patch, in UTF-8 without a byte order mark. */
export function pythonVersionFile(texts: Texts): PythonRequest | undefined {
  return fromLines(".python-version", texts.get(".python-version"), "");
}

function fromLines(file: PythonFile, text: string | undefined, prefix: string): PythonRequest | undefined {
  if (text === undefined) return undefined;
  const lines = text
    .split("\n")
    .map((content, index) => ({ content, line: index + 1 }))
    .filter(({ content }) => !/^[ \t\r\v\f]*(?:#[\s\S]*)?$/.test(content));
  const [first, second] = lines;
  if (!first) return { file, kind: "empty", line: 1, found: undefined };

  const found = minorIn(text);
  if (/[\0\uFEFF\uFFFD]/.test(text)) return { file, kind: "encoding", line: 1, found };
  if (second) return { file, kind: "several", line: second.line, found };
  const written = first.content.replace(/^[ \t\r\v\f]+|[ \t\r\v\f]+$/g, "");
  const version = written.startsWith(prefix) ? written.slice(prefix.length) : "";
  return fromVersion(file, version, first.line) ?? { file, kind: "malformed", line: first.line, found };
}

/** Pipfile.lock counts only where pipenv installs from it, and its version is optional. */
function pipfileLock(texts: Texts): PythonRequest | undefined {
  const text = texts.get("Pipfile.lock");
  if (text === undefined || texts.has("requirements.txt")) return undefined;
  const version = lockedVersion(text);
  return version === undefined ? undefined : fromVersion("Pipfile.lock", version, 1);
}

function lockedVersion(json: string): string | undefined {
  try {
    const { _meta }: Record<string, unknown> = Object(JSON.parse(json));
    const { requires }: Record<string, unknown> = Object(_meta);
    const { python_full_version: full, python_version: short }: Record<string, unknown> = Object(requires);
    return [full, short].find((value) => typeof value === "string");
  } catch {
    return undefined;
  }
}

function fromVersion(file: PythonFile, version: string, line: number): PythonRequest | undefined {
  const match = VERSION.exec(version);
  if (!match) return undefined;
  const [, major, minor, patch] = match;
  return {
    file,
    kind: "version",
    major: Number(major),
    minor: Number(minor),
    patch: patch === undefined ? undefined : Number(patch),
    line,
  };
}

function minorIn(text: string): number | undefined {
  const minor = /(?<![\d.])3\.(\d{1,2})(?!\d)/.exec(text.replaceAll("\0", ""))?.[1];
  return minor === undefined ? undefined : Number(minor);
}
