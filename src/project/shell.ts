export type Word = {
  readonly text: string;
  /** False when the shell would put something else in its place. */
  readonly literal: boolean;
  /** True when a bracket in it is not in quotation marks: the shell stops with a syntax error. */
  readonly bareBracket: boolean;
};

const BLANK = /[ \t\r\n]/;

type OpenWord = { text: string; literal: boolean; bareBracket: boolean };

/**
 * Splits a command line as a POSIX shell does, without expanding anything: simple commands in order, which is what
 * stands between `;`, `&&`, `||`, `|`, `&` and the brackets of subshells. What follows an open quotation is left out.
 */
export function parseShell(line: string): Word[][] {
  const commands: Word[][] = [[]];
  let word: OpenWord | undefined;
  let redirected = false;

  const into = () => {
    word ??= { text: "", literal: true, bareBracket: false };
    return word;
  };
  const endWord = () => {
    if (word && !redirected) commands.at(-1)?.push(word);
    if (word) redirected = false;
    word = undefined;
  };
  const endCommand = () => {
    endWord();
    if (commands.at(-1)?.length !== 0) commands.push([]);
  };

  for (let at = 0; at < line.length; at++) {
    const char = line.charAt(at);
    if (char === "'") {
      const end = line.indexOf("'", at + 1);
      if (end < 0) break;
      into().text += line.slice(at + 1, end);
      at = end;
    } else if (char === '"') {
      const end = readDouble(line, at, into());
      if (end < 0) break;
      at = end;
    } else if (char === "\\") {
      at++;
      into().text += line.charAt(at);
    } else if (char === "$" || char === "`") {
      const end = endOfExpansion(line, at);
      into().text += line.slice(at, end);
      into().literal = false;
      at = end - 1;
    } else if (char === "#" && !word) {
      break;
    } else if (char === ">" || char === "<" || (char === "&" && line.charAt(at + 1) === ">")) {
      if (word && /^\d+$/.test(word.text)) word = undefined;
      endWord();
      while (/[<>&]/.test(line.charAt(at + 1))) at++;
      redirected = true;
    } else if (/[;&|]/.test(char)) {
      endCommand();
    } else if (char === "(" && word) {
      word.text += char;
      word.bareBracket = true;
    } else if (char === ")" && word?.bareBracket) {
      word.text += char;
    } else if (char === "(" || char === ")") {
      endCommand();
    } else if (BLANK.test(char)) {
      endWord();
    } else {
      into().text += char;
    }
  }
  endCommand();
  return commands.filter((command) => command.length > 0);
}

function readDouble(line: string, start: number, word: OpenWord): number {
  for (let at = start + 1; at < line.length; at++) {
    const char = line.charAt(at);
    if (char === '"') return at;
    if (char === "\\" && /["\\$`]/.test(line.charAt(at + 1))) at++;
    else if (char === "$" || char === "`") {
      const end = endOfExpansion(line, at);
      word.text += line.slice(at, end - 1);
      word.literal = false;
      at = end - 1;
    }
    word.text += line.charAt(at);
  }
  return -1;
}

/** Where `$NAME`, `${...}`, `$(...)` or a back-quoted command that starts at `start` ends. */
function endOfExpansion(line: string, start: number): number {
  if (line.charAt(start) === "`") return after(line.indexOf("`", start + 1), line);
  if (line.charAt(start + 1) === "{") return after(line.indexOf("}", start), line);
  if (line.charAt(start + 1) !== "(") return start + 1;
  let depth = 0;
  for (let at = start + 1; at < line.length; at++) {
    if (line.charAt(at) === "(") depth++;
    if (line.charAt(at) === ")" && --depth === 0) return at + 1;
  }
  return line.length;
}

function after(at: number, line: string): number {
  return at < 0 ? line.length : at + 1;
}
