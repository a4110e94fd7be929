import type { Word } from "./shell.ts";

/** The value of the last option of one of these names, written as `--name value`, `--name=value` or `-nvalue`. */
export function optionOf(words: readonly Word[], names: readonly string[]): Word | undefined {
  let value: Word | undefined;
  for (const [index, word] of words.entries()) {
    for (const name of names) {
      if (word.text === name) value = words[index + 1];
      const joined = name.startsWith("--") ? `${name}=` : name;
      if (word.text !== name && word.text.startsWith(joined))
        value = { ...word, text: word.text.slice(joined.length) };
    }
  }
  return value;
}
