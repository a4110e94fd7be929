import { shlexSplit } from "./shlex.ts";

/** Options of a requirements file by their long name, each with its values in order. */
export type LineOptions = ReadonlyMap<string, readonly string[]>;

const FLAGS = ["no-index", "prefer-binary", "require-hashes", "no-require-hashes", "pre"];
const VALUES = [
  "index-url",
  "pypi-url",
  "extra-index-url",
  "constraint",
  "requirement",
  "editable",
  "find-links",
  "no-binary",
  "only-binary",
  "all-releases",
  "only-final",
  "trusted-host",
  "use-feature",
  "hash",
  "config-settings",
];
const SHORT = new Map([
  ["i", "index-url"],
  ["c", "constraint"],
  ["r", "requirement"],
  ["e", "editable"],
  ["f", "find-links"],
  ["C", "config-settings"],
]);

/**
 * Splits a logical line at its first word that starts with a dash, and reads what follows as pip's option parser
 * (optparse: `-rfile`, `--req=file`, abbreviations) does. Undefined for what pip 26 refuses.
 */
export function splitOptions(
  text: string,
): { readonly requirement: string; readonly options: LineOptions } | undefined {
  const words = text.split(" ");
  const first = words.findIndex((word) => word.startsWith("-"));
  if (first < 0) return { requirement: text, options: new Map() };

  const args = shlexSplit(words.slice(first).join(" "));
  const options = args && parseOptions(args);
  return options && { requirement: words.slice(0, first).join(" "), options };
}

function parseOptions(args: readonly string[]): LineOptions | undefined {
  const options = new Map<string, string[]>();
  const rest = args[Symbol.iterator]();
  for (const word of rest) {
    if (word === "--") break;
    if (!word.startsWith("-") || word === "-") continue;

    const option = word.startsWith("--") ? longOption(word.slice(2)) : shortOption(word.slice(1));
    if (!option) return undefined;

    const value = option.takesValue ? (option.value ?? rest.next().value) : (option.value ?? "");
    if (value === undefined || !acceptable(option.name, value)) return undefined;
    append(options, option.name, [value]);
  }
  return options;
}

/** Adds values to those that an option already has. */
export function append(options: Map<string, string[]>, name: string, values: readonly string[]): void {
  const known = options.get(name) ?? [];
  for (const value of values) known.push(value);
  options.set(name, known);
}

type Option = { readonly name: string; readonly takesValue: boolean; readonly value: string | undefined };

function longOption(word: string): Option | undefined {
  const equals = word.indexOf("=");
  const typed = equals < 0 ? word : word.slice(0, equals);
  const all = [...FLAGS, ...VALUES];
  const matches = all.includes(typed) ? [typed] : all.filter((name) => name.startsWith(typed));
  const [name] = matches;
  if (name === undefined || matches.length > 1) return undefined;

  const takesValue = VALUES.includes(name);
  if (!takesValue && equals >= 0) return undefined;
  return {
    name: name === "pypi-url" ? "index-url" : name,
    takesValue,
    value: equals < 0 ? undefined : word.slice(equals + 1),
  };
}

function shortOption(word: string): Option | undefined {
  const name = SHORT.get(word.charAt(0));
  return name === undefined ? undefined : { name, takesValue: true, value: word.slice(1) || undefined };
}

function acceptable(name: string, value: string): boolean {
  if (name === "hash") return /^sha(256|384|512):/.test(value);
  if (name === "config-settings") return value.includes("=");
  return true;
}
