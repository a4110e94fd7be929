import { listed } from "../checks/quote.ts";
import { PACKAGE_LISTS } from "../project/package-lists.ts";
import { autolink, codeBlock, codeSpan, link, prose } from "./markdown.ts";
import type { Report } from "./report.ts";
import { table } from "./table.ts";
import { timeline } from "./timeline.ts";
import { duration } from "./words.ts";

// Parts of a display in Markdown. Each is empty when there is nothing to say; `most` limits a list.

const LONGEST_FOLDED = 20_000;

/** What happened, what to do, where to read. */
export function errorSection({ error }: Report): string {
  if (error === null) return "";
  return [
    `**What happened.** ${prose(error.problem)}`,
    `**What to do.** ${prose(error.fix)}`,
    `**Where to read.** ${link(codeSpan(error.code), error.page)}`,
  ].join("\n\n");
}

/** Where the app is, and what it is made of. */
export function factsSection({ app, release, commit, database }: Report): string {
  const facts = [
    app && ["App", app.url === null ? codeSpan(app.name) : `${codeSpan(app.name)} at ${autolink(app.url)}`],
    release && ["Release", `v${release.version}, ${prose(release.status)}`],
    commit && ["Commit", codeSpan(commit)],
    database && ["Database", `${codeSpan(database)}, behind \`DATABASE_URL\``],
  ];
  return facts.flatMap((fact) => (fact ? [`- ${fact.join(": ")}`] : [])).join("\n");
}

/** Every step with what it did and how long it took. */
export function stepsSection({ steps }: Report): string {
  if (steps.length === 0) return "";
  const rows = steps.map(({ title, status, detail, ms }) => [
    prose(title),
    `${status === "failed" ? "**failed**" : status}: ${prose(detail)}`,
    duration(ms),
  ]);
  return `### Steps\n\n${table(["Step", "What it did", "Time"], rows)}`;
}

/** The steps in time, as a picture. */
export function timelineSection({ steps }: Report): string {
  const chart = timeline(steps);
  return chart === undefined ? "" : codeBlock(chart, "mermaid");
}

/** What mechanical fixes make of the files, folded; a long one stands in the JSON report alone. */
export function fixesSection({ patch, correctedRequirements }: Report): string {
  return [
    folded("The fixes as a patch for <code>git apply</code>", patch, "diff", "`patch`"),
    folded("requirements.txt with these fixes", correctedRequirements, "", "`correctedRequirements`"),
  ]
    .filter(Boolean)
    .join("\n\n");
}

/** What others wrote last before a step failed, folded: nothing of it is ours, and nothing of it is Markdown. */
export function logTailSection({ logTail }: Report): string {
  if (logTail.length === 0) return "";
  return details("The end of the log", codeBlock(logTail.join("\n"), "text"));
}

function folded(title: string, text: string | null, language: string, field: string): string {
  if (text === null) return "";
  if (text.length > LONGEST_FOLDED)
    return `${field} in the JSON report holds the fixes; it is too long for here.`;
  const exact = `Byte for byte it is ${field} in the JSON report.`;
  return details(title, [codeBlock(text.replace(/\r?\n$/, ""), language), exact].join("\n\n"));
}

/** Markdown that shows only its title, which is HTML of ours, until it is opened. */
function details(title: string, markdown: string): string {
  return [`<details><summary>${title}</summary>`, markdown, "</details>"].join("\n\n");
}

/** Which tables there are. */
export function tablesSection({ tables }: Report, most: number): string {
  if (tables === null) return "";
  const created = `- Created: ${names(tables.created, most)}`;
  const existing = `- Already there: ${names(tables.existing, most)}`;
  const absent =
    tables.absent.length > 0
      ? `\n- **Not there**, though the models want them: ${names(tables.absent, most)}`
      : "";
  return `### Tables\n\n${created}\n${existing}${absent}`;
}

/** Columns that the models have and the tables lack, with the statements that add them. */
export function missingColumnsSection({ tables }: Report, most: number): string {
  const missing = tables?.missingColumns ?? [];
  if (missing.length === 0) return "";
  const columns = missing.map(({ table, column }) => `${table}.${column}`);
  const statements = missing.slice(0, most).map(({ ddl }) => ddl);
  return [
    "### Columns that are missing",
    `The models have columns that the tables lack: ${names(columns, most)}. \`create_all\` adds tables, never columns. These statements add them:`,
    codeBlock(statements.join("\n"), "sql"),
  ].join("\n\n");
}

/** Whether what Heroku needs really arrived on the dyno. */
export function dynoSection({ dynoFiles }: Report, most: number): string {
  if (dynoFiles.length === 0) return "";
  const packages = PACKAGE_LISTS.find((name) => dynoFiles.includes(name)) ?? "requirements.txt";
  const needed = ["Procfile", packages].map(
    (name) => `- ${codeSpan(name)}: ${dynoFiles.includes(name) ? "there" : "**not there**"}`,
  );
  const others = dynoFiles.filter((name) => name !== "Procfile" && name !== packages);
  return ["### On the dyno", [...needed, `- Beside them: ${names(others, most)}`].join("\n")].join("\n\n");
}

/** A titled list of sentences. */
export function sentencesSection(title: string, sentences: readonly string[], most: number): string {
  if (sentences.length === 0) return "";
  return [
    `### ${title}`,
    sentences
      .slice(0, most)
      .map((text) => `- ${prose(text)}`)
      .join("\n"),
  ].join("\n\n");
}

function names(all: readonly string[], most: number): string {
  return all.length === 0 ? "none" : listed(all.map(codeSpan), most);
}
