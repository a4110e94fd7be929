import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { checkFolder } from "./check-folder.ts";
import { traceOf } from "./explain.ts";
import { Failure } from "./failure.ts";
import { indexSource } from "./project/index-source.ts";
import { lintJson, lintLines } from "./report/lint.ts";
import { oneLine } from "./report/untrusted.ts";
import { notIndexed } from "./report/words.ts";

const USAGE = "Usage: script/check [DIR] [--worktree] [--python PATH] [--json | --patch]";

/** Exit codes, as linters have them: nothing that fails on Heroku, something that does, nothing known. */
const [FINE, ERRORS, NOT_CHECKED] = [0, 1, 2];

try {
  process.exitCode = await check();
} catch (error) {
  process.exitCode = NOT_CHECKED;
  if (error instanceof Failure) complain(`${error.message} ${error.fix}`, error.page);
  else complain("This program made a mistake; please open an issue with these lines.", ...traceOf(error));
}

async function check(): Promise<number> {
  const asked = options();
  if (typeof asked === "string") {
    complain(asked, USAGE);
    return NOT_CHECKED;
  }
  const { values, positionals } = asked;
  const { python } = values;
  const inspection = await checkFolder(positionals[0] ?? ".", {
    worktree: values.worktree,
    python: python === undefined ? { kind: "off" } : { kind: "path", path: resolve(python) },
    packageIndex: indexSource(process.env),
    onForeign: (line) => complain(line),
  });
  const unknown = notIndexed(inspection.index);
  if (unknown !== "") complain(unknown);
  if (values.json) process.stdout.write(lintJson(inspection));
  else if (values.patch) process.stdout.write(inspection.patch ?? "");
  else console.log(lintLines(inspection).join("\n"));
  return inspection.findings.some(({ level }) => level === "error") ? ERRORS : FINE;
}

/** What was asked, or what is wrong with it. */
function options() {
  try {
    const asked = parseArgs({
      options: {
        worktree: { type: "boolean", default: false },
        python: { type: "string" },
        json: { type: "boolean", default: false },
        patch: { type: "boolean", default: false },
      },
      allowPositionals: true,
    });
    return asked.positionals.length > 1 ? "Give one folder." : asked;
  } catch {
    return "There is no such option, or it lacks its value.";
  }
}

function complain(...lines: readonly string[]): void {
  for (const line of lines) console.error(`script/check: ${oneLine(line)}`);
}
