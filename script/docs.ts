import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { DYNO_FAILURES, dynoFailureCode } from "../src/dyno/failures.ts";

type Described = { description: string; default?: string };
type Action = { inputs: Record<string, Described>; outputs: Record<string, Described> };

const ROOT = join(import.meta.dirname, "..");

/** The texts that are made from action.yml and from the sources, by the file they stand in. */
export async function generatedDocs(): Promise<Record<string, string>> {
  const action = parse(await readFile(join(ROOT, "action.yml"), "utf8")) as Action;
  const readme = await readFile(join(ROOT, "README.md"), "utf8");
  const troubleshooting = await readFile(join(ROOT, "docs", "troubleshooting.md"), "utf8");
  return {
    "README.md": between(between(readme, "inputs", inputTable(action)), "outputs", outputTable(action)),
    "docs/inputs.md": inputPage(action),
    "docs/troubleshooting.md": between(troubleshooting, "tables", dynoFailureSections()),
  };
}

function between(text: string, name: string, content: string): string {
  const pattern = new RegExp(`(<!-- ${name}: made by script/docs -->\n)[\\s\\S]*?(<!-- end of ${name} -->)`);
  return text.replace(pattern, (_, start: string, end: string) => `${start}${content}\n${end}`);
}

function inputTable({ inputs }: Action): string {
  const rows = Object.entries(inputs).map(([name, { description, default: value }]) => {
    const link = `[\`${name}\`](docs/inputs.md#${name})`;
    return `| ${link} | ${description} | ${value ? `\`${value}\`` : ""} |`;
  });
  return ["| Input | What it does | Default |", "| --- | --- | --- |", ...rows].join("\n");
}

function outputTable({ outputs }: Action): string {
  const rows = Object.entries(outputs).map(([name, { description }]) => `| \`${name}\` | ${description} |`);
  return ["| Output | What it holds |", "| --- | --- |", ...rows].join("\n");
}

function dynoFailureSections(): string {
  const sections = Object.entries(DYNO_FAILURES).map(
    ([kind, { problem, fix }]) => `### ${dynoFailureCode(kind)}\n\n${problem} ${fix}\n`,
  );
  return `\n${sections.join("\n")}`;
}

function inputPage({ inputs }: Action): string {
  const sections = Object.entries(inputs).map(([name, { description, default: value }]) =>
    [`## ${name}`, description, value ? `Default: \`${value}\`.` : "No default."].join("\n\n"),
  );
  return `${["# Inputs", "Made from action.yml by `npm run docs`.", ...sections].join("\n\n")}\n`;
}

if (process.argv[1] === import.meta.filename) {
  for (const [path, text] of Object.entries(await generatedDocs())) await writeFile(join(ROOT, path), text);
}
