import type { Word } from "./shell.ts";

/** What a gunicorn command line says about the app: the target and the folders it is looked for in. */
export type GunicornArguments = {
  /** `module:attribute` as written, undefined when there is none. */
  readonly target: Word | undefined;
  /**
   * Values of options by their long name (`config`, `chdir`, `pythonpath`, `paste`, `bind`, `worker-class`); the last
   * one wins.
   */
  readonly options: ReadonlyMap<string, Word>;
  /** Every value of `--bind`, which may be given several times. */
  readonly binds: readonly Word[];
};

// From gunicorn 27's own parser, with flags of older versions. Every other option takes a value.
const FLAGS = [
  "help",
  "version",
  "reload",
  "spew",
  "check-config",
  "print-config",
  "preload",
  "no-sendfile",
  "reuse-port",
  "daemon",
  "initgroups",
  "disable-redirect-access-to-syslog",
  "capture-output",
  "log-syslog",
  "enable-stdio-inheritance",
  "enable-backlog-metric",
  "proxy-protocol",
  "suppress-ragged-eofs",
  "do-handshake-on-connect",
  "permit-obsolete-folding",
  "strip-header-spaces",
  "permit-unconventional-http-method",
  "permit-unconventional-http-version",
  "casefold-http-method",
  "no-control-socket",
  "debug",
];
const SHORT_FLAGS = "hvDR";
const NAMED = ["config", "chdir", "pythonpath", "paste", "bind", "worker-class"];
const SHORT: Readonly<Record<string, string>> = { c: "config", b: "bind", k: "worker-class" };

/** Reads the words after `gunicorn` as its argument parser does: abbreviations, `-w4`, `--name=value`, `--`. */
export function readGunicornArguments(words: readonly Word[]): GunicornArguments {
  const options = new Map<string, Word>();
  const binds: Word[] = [];
  let target: Word | undefined;
  let optionsEnded = false;
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (!word) break;
    if (optionsEnded || !word.text.startsWith("-") || word.text === "-") {
      target ??= word;
    } else if (word.text === "--") {
      optionsEnded = true;
    } else {
      const { name, value } = readOption(word);
      if (value === "next") at++;
      const given = value === "next" ? words[at] : value;
      if (given) options.set(name, given);
      if (given && name === "bind") binds.push(given);
    }
  }
  return { target, options, binds };
}

function readOption(word: Word): { name: string; value: Word | "next" | undefined } {
  const { text } = word;
  if (!text.startsWith("--")) {
    const letter = text.charAt(1);
    const name = SHORT[letter] ?? letter;
    if (SHORT_FLAGS.includes(letter)) return { name, value: undefined };
    return { name, value: text.length > 2 ? { ...word, text: text.slice(2).replace(/^=/, "") } : "next" };
  }
  const equals = text.indexOf("=");
  const typed = text.slice(2, equals < 0 ? undefined : equals);
  const name = NAMED.find((long) => long === typed) ?? NAMED.find((long) => long.startsWith(typed)) ?? typed;
  if (equals >= 0) return { name, value: { ...word, text: text.slice(equals + 1) } };
  const isFlag = FLAGS.some((flag) => flag.startsWith(typed)) && !NAMED.includes(typed);
  return { name, value: isFlag ? undefined : "next" };
}
