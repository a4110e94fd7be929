/** Characters kept of one foreign line: longer ones are no longer read by anybody. */
const LINE_CAP = 4096;

const LINE_END = /\r\n|[\n\r\u0085\u2028\u2029]/;

// CSI, OSC up to its end, and the two-character sequences of ECMA-48. What is left of a broken one loses its
// escape character below and is then plain text.
const ANSI = /(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[ -/]*[0-Z\\^-~]/g;

// C0, C1, zero-width, bidi and other marks that no reader sees. .NET's culture-aware search skips them, so for
// the runner `:` + zero-width + `:` would still be `::`.
const UNSEEN = /(?!\t)[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;

type Redact = (text: string) => string;

const unchanged: Redact = (text) => text;

/**
 * Foreign text as visible lines: every line end is one, escape sequences and unseen characters are gone, no line
 * is longer than 4096 characters. `redact` runs before and after the cleaning, since an escape sequence inside
 * a secret hides it from the first pass; and always before the cut.
 */
export function visibleLines(text: string, redact: Redact = unchanged): string[] {
  return redact(text)
    .split(LINE_END)
    .map((line) => capped(redact(line.replace(ANSI, "").replace(UNSEEN, ""))));
}

/** Foreign text as one visible line. */
export function oneLine(text: string): string {
  return visibleLines(text).join(" ").replaceAll("\t", " ").trim();
}

/** Foreign text for the log: no line of it is a command to the runner. */
export function logLines(text: string, redact: Redact = unchanged): string[] {
  return visibleLines(text, redact).map(disarmed);
}

/**
 * A line that neither of the runner's two parsers takes for a command: one obeys `::command::` after blanks, the
 * other `##[command]` anywhere (actions/runner, src/Runner.Common/ActionCommand.cs).
 */
export function disarmed(line: string): string {
  return line.replace(/:(?=:)/g, ": ").replaceAll("##[", "## [");
}

function capped(line: string): string {
  const kept = [...line.slice(0, 2 * LINE_CAP)].slice(0, LINE_CAP).join("");
  return kept === line ? line : `${kept} … (${line.length - kept.length} more characters)`;
}
