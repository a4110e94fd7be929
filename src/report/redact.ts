import { secretForms } from "./secret-forms.ts";
import { secretPatterns } from "./secret-patterns.ts";

/** Knows the secrets of a run and blanks them out of texts. */
export type Redactor = {
  /** Learns a secret; gives the forms of it that the runner should be told, none for a trivial value. */
  add(secret: string): readonly string[];
  /** The text with `***` where a secret was. Must run before anything is cut off: half a secret is not found. */
  redact(text: string): string;
};

type Range = { readonly start: number; readonly end: number };

const BASE64 = /[\w+/=-]/;

/** A redactor that knows no secret yet, only what secrets look like. */
export function redactor(): Redactor {
  const plain = new Set<string>();
  const base64 = new Set<string>();

  return {
    add(secret) {
      const forms = secretForms(secret);
      for (const form of forms.plain) plain.add(form);
      for (const form of forms.base64) base64.add(form);
      return [...forms.plain, ...forms.base64];
    },

    redact(text) {
      return blank(text, [
        ...[...plain].flatMap((form) => occurrences(text, form)),
        ...[...base64].flatMap((form) => base64Runs(text, form)),
        ...secretPatterns.flatMap((pattern) =>
          Array.from(text.matchAll(pattern), (match) => ({
            start: match.index,
            end: match.index + match[0].length,
          })),
        ),
      ]);
    },
  };
}

function occurrences(text: string, form: string): Range[] {
  const ranges: Range[] = [];
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
    ranges.push({ start: at, end: at + form.length });
  }
  return ranges;
}

/** Whole base64 runs around a form: their ends hold the secret's first and last bits. */
function base64Runs(text: string, form: string): Range[] {
  const ranges: Range[] = [];
  let end = 0;
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, end)) {
    let start = at;
    while (start > end && BASE64.test(text.charAt(start - 1))) start--;
    end = at + form.length;
    while (end < text.length && BASE64.test(text.charAt(end))) end++;
    ranges.push({ start, end });
  }
  return ranges;
}

/** Overlapping secrets become one `***`: what one leaves over of the other would be readable. */
function blank(text: string, ranges: readonly Range[]): string {
  let result = "";
  let done = 0;
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    if (start > done || done === 0) result += text.slice(done, start) + "***";
    done = Math.max(done, end);
  }
  return result + text.slice(done);
}
