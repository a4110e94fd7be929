/** What no shell takes for more than a word, wherever in a command it is. */
const PLAIN = /^[\w@%+:,./-]+$/;

/** A text as one word of a shell, taken as it is. */
export function shellWord(text: string): string {
  return PLAIN.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
