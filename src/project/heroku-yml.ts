/** A command of heroku.yml's `run` section, and its line. */
export type RunCommand = { readonly command: string; readonly line: number };

type Entry = { readonly indent: number; readonly text: string; readonly line: number };

/**
 * The command of `run: web:` in a heroku.yml, in the forms of Heroku's documentation: on the line of its key, below
 * it, or under `command:`. Undefined where there is none, or YAML of another form: then the image's own command may
 * run. Never throws.
 */
export function runWeb(text: string): RunCommand | undefined {
  const entries = text.split(/\r?\n/).flatMap((raw, index): Entry[] => {
    const plain = raw.trim();
    const isNothing = plain === "" || plain.startsWith("#");
    return isNothing ? [] : [{ indent: raw.search(/\S/), text: plain, line: index + 1 }];
  });
  const run = entries.findIndex((entry) => entry.indent === 0 && isKey(entry, "run"));
  const web = child(entries, run, "web");
  const direct = textAt(entries, web);
  if (direct !== undefined) return direct;
  const command = child(entries, web, "command");
  return textAt(entries, command) ?? onlyItem(below(entries, command));
}

function isKey({ text }: Entry, key: string): boolean {
  return new RegExp(`^${key}:(?:\\s|$)`).test(text);
}

/** The entries that belong to the one at an index. A list may stand as far left as its key. */
function below(entries: readonly Entry[], at: number): readonly Entry[] {
  const parent = entries[at];
  if (!parent) return [];
  const rest = entries.slice(at + 1);
  const isOutside = ({ indent, text }: Entry) =>
    indent < parent.indent || (indent === parent.indent && !text.startsWith("- "));
  const end = rest.findIndex(isOutside);
  return end < 0 ? rest : rest.slice(0, end);
}

/** The index of a key directly below the entry at an index; -1 when there is none. */
function child(entries: readonly Entry[], at: number, key: string): number {
  const inside = below(entries, at);
  const found = inside.findIndex((entry) => entry.indent === inside[0]?.indent && isKey(entry, key));
  return found < 0 ? -1 : at + 1 + found;
}

/** A text behind a key, with the lines below that go on with it. */
function textAt(entries: readonly Entry[], at: number): RunCommand | undefined {
  const entry = entries[at];
  if (!entry) return undefined;
  const own = entry.text.replace(/^[\w-]+:\s*/, "");
  const lines = below(entries, at);
  if (own !== "" && !/^[>|][+-]?$/.test(own)) return joined([{ ...entry, text: own }, ...lines]);
  const isText =
    own !== "" || (lines.length > 0 && !lines.some(({ text }) => /^(?:-|[\w-]+:)(?:\s|$)/.test(text)));
  return isText ? joined(lines) : undefined;
}

function onlyItem(items: readonly Entry[]): RunCommand | undefined {
  const [first, ...others] = items;
  if (!first?.text.startsWith("- ") || others.some(({ text }) => text.startsWith("- "))) return undefined;
  return joined([{ ...first, text: first.text.slice(2).trim() }, ...others]);
}

function joined(lines: readonly Entry[]): RunCommand | undefined {
  const [first] = lines;
  const written = lines.map(({ text }) => text).join(" ");
  const [, double, single] = /^(?:"((?:[^"\\]|\\["\\])*)"|'((?:[^']|'')*)')(?:\s+#.*)?$/.exec(written) ?? [];
  const command =
    double?.replace(/\\(["\\])/g, "$1") ??
    single?.replaceAll("''", "'") ??
    written.replace(/\s#.*$/, "").trimEnd();
  // What YAML gives another meaning at the start of a text.
  const isOther = double === undefined && single === undefined && /^[[{&*!|>"'%@`]/.test(command);
  return first === undefined || isOther ? undefined : { command, line: first.line };
}
