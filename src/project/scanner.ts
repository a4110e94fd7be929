/** Thrown inside a grammar of ours when the text does not fit; caught where the grammar begins. */
export class Unreadable extends Error {}

/** Walks through a text with sticky regular expressions. */
export class Scanner {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** The text that `pattern` (sticky) matches here, and goes past it; undefined when it does not match. */
  take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text)?.[0];
    this.#at += match?.length ?? 0;
    return match;
  }

  /** As `take`, but throws Unreadable when it does not match. */
  expect(pattern: RegExp): string {
    const match = this.take(pattern);
    if (match === undefined) throw new Unreadable();
    return match;
  }

  blanks(): void {
    this.take(/[ \t]+/y);
  }

  get done(): boolean {
    return this.#at >= this.#text.length;
  }
}

/** What `grammar` makes of the whole text, undefined when the text does not fit it. */
export function parseAll<T>(text: string, grammar: (scanner: Scanner) => T): T | undefined {
  const scanner = new Scanner(text);
  try {
    const value = grammar(scanner);
    return scanner.done ? value : undefined;
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}
