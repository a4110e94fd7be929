import { stat, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { tableLines, totals } from "./agreement/table.ts";
import { type Row, tryApp } from "./agreement/try-app.ts";

const USAGE = "Usage: npm run agreement -- DIR... [--json FILE] [--limit SECONDS] [--jobs N]";

/** As expected, or nothing was expected; not so; nothing was tried. */
const [AGREED, DISAGREED, BAD_USE] = [0, 1, 2];

const asked = await options();
if (typeof asked === "string") {
  console.error(`agreement: ${asked}\n${USAGE}`);
  process.exitCode = BAD_USE;
} else {
  process.exitCode = await agreement(asked);
}

type Options = {
  readonly folders: readonly string[];
  readonly json: string | undefined;
  readonly limitMs: number;
  readonly jobs: number;
};

/** Tries every app, several at once, and prints the table. Ctrl-C ends what is going on and prints what there is. */
async function agreement({ folders, json, limitMs, jobs }: Options): Promise<number> {
  const cancel = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => cancel.abort(new Error("it was cancelled")));

  const rows: (Row | undefined)[] = folders.map(() => undefined);
  const waiting = [...folders.entries()];
  const work = async () => {
    for (let next = waiting.shift(); next && !cancel.signal.aborted; next = waiting.shift()) {
      const [index, folder] = next;
      const row = await tryApp(folder, { limitMs, signal: cancel.signal });
      rows[index] = row;
      const done = rows.filter((each) => each !== undefined).length;
      console.error(`[${done}/${folders.length}] ${row.app}: ${row.verdict} ${(row.ms / 1000).toFixed(1)} s`);
    }
  };
  await Promise.all(Array.from({ length: Math.min(jobs, folders.length) }, work));

  const tried = rows.filter((row) => row !== undefined);
  console.log(tableLines(tried).join("\n"));
  if (json !== undefined)
    await writeFile(json, `${JSON.stringify({ apps: tried, totals: totals(tried) }, null, 2)}\n`);
  const clean = tried.every(({ left, stuck }) => left.length + stuck.length === 0);
  const asExpected = tried.every(({ surprises }) => (surprises ?? []).length === 0);
  return clean && asExpected && tried.length === folders.length ? AGREED : DISAGREED;
}

/** What was asked, or what is wrong with it. */
async function options(): Promise<Options | string> {
  const parsed = parsedArguments();
  if (parsed === undefined) return "There is no such option, or it lacks its value.";
  const { values, positionals: folders } = parsed;
  const [limit, jobs] = [Number(values.limit), Number(values.jobs)];
  if (folders.length === 0) return "Give the folders of one app or more.";
  if (!(limit > 0 && limit <= 86_400)) return "--limit is a number of seconds.";
  if (!Number.isInteger(jobs) || jobs < 1) return "--jobs is a number from 1 on.";
  const files = values.json === undefined ? [] : [values.json];
  for (const folder of [...folders, ...files.map(dirname)]) {
    const found = await stat(folder).catch(() => undefined);
    if (!found?.isDirectory()) return `There is no folder ${JSON.stringify(folder)}.`;
  }
  return { folders, json: values.json, limitMs: limit * 1000, jobs };
}

function parsedArguments() {
  try {
    return parseArgs({
      options: {
        json: { type: "string" },
        limit: { type: "string", default: "120" },
        jobs: { type: "string", default: String(availableParallelism()) },
      },
      allowPositionals: true,
    });
  } catch {
    return undefined;
  }
}
