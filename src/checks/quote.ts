const LONGEST = 60;

/**
 * A name or a piece of text of the repository, fit for a message: on one line, without control, direction or
 * invisible characters and without code marks, cut to a length that a person reads. It may still say anything.
 */
export function quote(text: string): string {
  const plain = text
    .slice(0, 10 * LONGEST)
    .replace(/[\p{C}\p{Zl}\p{Zp}`]+/gu, " ")
    .trim();
  const characters = [...plain];
  return `\`${characters.length > LONGEST ? `${characters.slice(0, LONGEST).join("")}…` : plain}\``;
}

/** The first of these, which are fit for a message already, and how many more there are: `a, b and 3 more`. */
export function listed(items: readonly string[], most: number): string {
  const more = items.length > most ? ` and ${items.length - most} more` : "";
  return items.slice(0, most).join(", ") + more;
}
