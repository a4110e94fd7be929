import type { Edit } from "../checks/edit.ts";
import type { Project } from "../project/project.ts";

/** One line with its end, as a unified diff shows it. */
export type DiffLine = { readonly sign: " " | "-" | "+"; readonly text: string };

/** What becomes of one file. `from` is null for a new file, `to` for one that goes. */
export type FileChange = {
  readonly from: string | null;
  readonly to: string | null;
  /** Git's mode of the old file. */
  readonly mode: string;
  /** Every line of the file; empty for one that is only renamed. */
  readonly lines: readonly DiffLine[];
};

type Commit = Pick<Project, "files" | "contents">;
type Span = { readonly from: number; readonly to: number; readonly lines: readonly string[] };

// Python, pip and git must agree on what line 7 is. They do unless one of these ends a line for one of them only.
const ODD_LINE_END = /\r(?!\n)|[\v\f\x1c-\x1e\x85\u2028\u2029]/;

/**
 * What the edits come to, file by file, in the order of the edits. Of edits that contradict each other the first
 * wins; one that does not fit the commit, or a file that is not plain UTF-8 text, is left out. Never throws.
 */
export function applyEdits(edits: readonly Edit[], commit: Commit): FileChange[] {
  const taken = new Set<string>();
  const changes: FileChange[] = [];
  for (const [file, own] of Map.groupBy(edits, (edit) => edit.file)) {
    if (!isUsable(file)) continue;
    const change = commit.files.has(file) ? changed(file, own, commit, taken) : created(file, own, taken);
    if (!change) continue;
    for (const path of [change.from, change.to]) if (path !== null) taken.add(path);
    changes.push(change);
  }
  return changes;
}

function created(file: string, edits: readonly Edit[], taken: ReadonlySet<string>): FileChange | undefined {
  const edit = edits.find(({ kind }) => kind === "create");
  if (edit?.kind !== "create" || taken.has(file)) return undefined;
  return { from: null, to: file, mode: "100644", lines: linesOf(edit.text).map(signed("+")) };
}

function changed(
  file: string,
  edits: readonly Edit[],
  { files, contents }: Commit,
  taken: ReadonlySet<string>,
): FileChange | undefined {
  if (taken.has(file)) return undefined;
  const mode = files.get(file)?.mode ?? "";
  const text = plainText(contents.get(file));
  const [first] = edits.filter(({ kind }) => kind !== "create");
  if (first?.kind === "delete") {
    return text === undefined
      ? undefined
      : { from: file, to: null, mode, lines: linesOf(text).map(signed("-")) };
  }
  const rename = edits.find(
    (edit) =>
      edit.kind === "rename" &&
      isUsable(edit.to) &&
      !files.has(edit.to) &&
      !taken.has(edit.to) &&
      edit.to !== file,
  );
  const to = rename?.kind === "rename" ? rename.to : file;
  const lines = text === undefined ? [] : edited(text, edits);
  return to !== file || lines.some(({ sign }) => sign !== " ") ? { from: file, to, mode, lines } : undefined;
}

/** The lines of a text with those edits that fit it and each other. */
function edited(text: string, edits: readonly Edit[]): DiffLine[] {
  const old = linesOf(text);
  const end = /\r?\n/.exec(text)?.[0] ?? "\n";
  const spans: Span[] = [];
  for (const edit of edits) {
    const span = spanOf(edit, old.length);
    if (span && !spans.some((other) => clash(span, other))) spans.push(span);
  }
  spans.sort((a, b) => a.from - b.from || a.to - b.to);

  const lines: DiffLine[] = [];
  let next = 1;
  for (const span of spans) {
    lines.push(...old.slice(next - 1, span.from - 1).map(signed(" ")));
    lines.push(...old.slice(span.from - 1, span.to).map(signed("-")));
    lines.push(...linesOf(span.lines.map((line) => line + end).join("")).map(signed("+")));
    next = span.to + 1;
  }
  return endingLines([...lines, ...old.slice(next - 1).map(signed(" "))], end);
}

/** The lines `from` to `to` that an edit replaces; none, with `to` before `from`, when it inserts. */
function spanOf(edit: Edit, count: number): Span | undefined {
  if (edit.kind === "insert" && edit.after >= 0) {
    const after = Math.min(edit.after, count);
    return { from: after + 1, to: after, lines: edit.lines };
  }
  if (edit.kind === "replace" && edit.from >= 1 && edit.from <= edit.to && edit.to <= count) return edit;
  return undefined;
}

/** Whether two spans share a line, one inserts into the other, or both insert the same. */
function clash(one: Span, other: Span): boolean {
  if (one.from > one.to && other.from > other.to)
    return one.from === other.from && one.lines.join("\n") === other.lines.join("\n");
  return one.from <= other.to && other.from <= one.to;
}

/** A last line without an end gets one when something comes to stand behind it. */
function endingLines(lines: readonly DiffLine[], end: string): DiffLine[] {
  return lines.flatMap((line, index) => {
    const isOpen = line.sign === " " && !line.text.endsWith("\n") && index < lines.length - 1;
    return isOpen ? [signed("-")(line.text), signed("+")(line.text + end)] : [line];
  });
}

function plainText(bytes: Buffer | undefined): string | undefined {
  const text = bytes?.toString("utf8");
  if (text === undefined || text.includes("\0") || ODD_LINE_END.test(text)) return undefined;
  return bytes?.equals(Buffer.from(text)) ? text : undefined;
}

function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function signed(sign: DiffLine["sign"]): (text: string) => DiffLine {
  return (text) => ({ sign, text });
}

/** A name that was no UTF-8 in git, or that leads out of the app's folder, cannot be patched. */
function isUsable(path: string): boolean {
  return path !== "" && !path.includes("\uFFFD") && !path.split("/").includes("..") && !path.startsWith("/");
}
