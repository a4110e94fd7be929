import { copyFile, cp, mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { cloneFolder } from "./clone-folder.ts";
import { commitFolder } from "./commit-folder.ts";
import { serveLocalHeroku } from "./local-heroku.ts";
import { logView } from "./log-view.ts";
import { runAgainst } from "./runner.ts";

const EXAMPLE = join(import.meta.dirname, "..", "examples", "flaskr");
/** Folders of a work tree that no commit should hold. */
const NOT_COPIED = new Set([
  ".git",
  ".venv",
  "venv",
  "__pycache__",
  "node_modules",
  "instance",
  ".pytest_cache",
]);

const { values: options, positionals } = parseArgs({
  options: { keep: { type: "boolean", default: false }, json: { type: "string" } },
  allowPositionals: true,
});

const folder = await mkdtemp(join(tmpdir(), "flask-heroku-demo-"));
const stopped = new Promise<void>((stop) => {
  process.once("SIGINT", () => stop());
  process.once("SIGTERM", () => stop());
});
try {
  process.exitCode = await demo(resolve(positionals[0] ?? EXAMPLE));
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function demo(source: string): Promise<number> {
  const workspace = await checkOut(source);
  say(`Starting a local Heroku for ${basename(source)}`);
  const start = performance.now();
  const heroku = await serveLocalHeroku();
  try {
    const result = await runAgainst(heroku, {
      workspace,
      folder,
      inputs: { app: appName(source) },
      onLog: logView(console.log),
    });
    say(`The job summary, ${seconds(start)} after the start of the local Heroku`);
    console.log(result.summary);
    const { url, "report-file": report } = result.outputs;
    if (options.json && report) await copyFile(report, options.json);
    if (url) await showPage(url);
    if (options.keep && url) {
      say(`Serving ${url} until Ctrl-C`);
      await stopped;
    }
    return result.exitCode ?? 1;
  } finally {
    await heroku.stop();
  }
}

/** A repository of its own, so that nothing in `source` changes: a clone, or one commit of its files. */
async function checkOut(source: string): Promise<string> {
  const workspace = join(folder, "workspace");
  if (await stat(join(source, ".git")).catch(() => undefined)) {
    await cloneFolder(source, workspace);
    return workspace;
  }
  await cp(source, workspace, {
    recursive: true,
    filter: (path) => path === source || !NOT_COPIED.has(basename(path)),
  });
  await commitFolder(workspace, "The app as it lies in its folder");
  return workspace;
}

async function showPage(url: string): Promise<void> {
  const answer = await fetch(url);
  const text = (await answer.text())
    .replace(/<(style|script|head)[\s\S]*?<\/\1>/g, "")
    .replace(/<[^>]+>/g, " ");
  say(`GET ${url} answered ${answer.status}`);
  console.log(text.replace(/\s+/g, " ").trim().slice(0, 600));
}

function appName(source: string): string {
  const name = basename(source)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+|-+$/g, "");
  return `${name || "app"}-demo`.slice(-30).replace(/^[^a-z]+/, "");
}

function seconds(start: number): string {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

function say(line: string): void {
  console.log(`\n== ${line}`);
}
