import { oneLine } from "./untrusted.ts";

// Mermaid has no escapes. What its grammars give a meaning (quotes, %, ~, #, ;, blanks before a direction) becomes `_`:
// mermaid, packages/mermaid/src/diagrams/er/parser/erDiagram.jison.
const NO_LABEL = /[^\w.\u00c0-\uffff-]+/g;
const NO_NAME = /[^\w\u00c0-\uffff-]+/g;
const NO_TYPE = /[^\w()[\]\u00c0-\uffff-]+/g;
const LONGEST = 60;

/** Any text as a label that may stand between the quotes of a diagram. */
export function labelName(text: string): string {
  return cut(oneLine(text).replace(NO_LABEL, "_"));
}

/** Any text as the name of an attribute. */
export function attributeName(text: string): string {
  return word(oneLine(text).replace(NO_NAME, "_"));
}

/** Any text as the type of an attribute: `NUMERIC(10, 2)` is `NUMERIC(10_2)`. */
export function typeName(text: string): string {
  return word(oneLine(text).replace(NO_TYPE, "_"));
}

/** Words begin with a letter, and PK, FK and UK, in any case and at the beginning of a word too, are keys. */
function word(text: string): string {
  return cut(/^(?![pfu]k\b)[a-z_\u00c0-\uffff]/i.test(text) ? text : `_${text}`);
}

function cut(text: string): string {
  return [...text].slice(0, LONGEST).join("") || "_";
}
