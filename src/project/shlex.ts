/** Splits words as Python's shlex.split does; undefined when a quotation or an escape is left open. */
export function shlexSplit(text: string): string[] | undefined {
  const words: string[] = [];
  let word: string | undefined;
  let quote = "";
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (quote !== "" && char === quote) {
      quote = "";
    } else if (quote === "'") {
      word += char;
    } else if (quote === '"') {
      const escapes = char === "\\" && /["\\]/.test(text.charAt(at + 1));
      word += escapes ? text.charAt(++at) : char;
    } else if (char === "'" || char === '"') {
      quote = char;
      word ??= "";
    } else if (char === "\\") {
      if (at + 1 === text.length) return undefined;
      word = (word ?? "") + text.charAt(++at);
    } else if (/[ \t\r\n]/.test(char)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else {
      word = (word ?? "") + char;
    }
  }
  if (quote !== "") return undefined;
  return word === undefined ? words : [...words, word];
}
