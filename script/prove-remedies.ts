// Proves the ways out that pins-vs-python names for requirements of old apps: takes each way, installs what is then
// asked for as Heroku's pip does, dependencies and all, and imports what the app imports. Interpreters are names on
// PATH or paths; a way that needs another is passed over, and `--only 2016` takes one app. It needs a package index and some minutes, so no test runs it.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { OLD_REQUIREMENTS, oldApp } from "../__tests__/checks/old-requirements.ts";
import { raisesFor } from "../src/checks/pin-raises.ts";
import { pinsVsPython } from "../src/checks/pins-vs-python.ts";
import { indexSource } from "../src/project/index-source.ts";
import { publicPins } from "../src/project/pins.ts";
import type { Project } from "../src/project/project.ts";
import { readProject } from "../src/project/read.ts";
import { workTree } from "../src/project/work-tree.ts";
import { applyEdits } from "../src/report/apply-edits.ts";
import { environments, run } from "./heroku-python.ts";

type Way = { readonly minor: string; readonly requirements: string };

/** The project that lies in a folder, with what the package index says of its pins. */
function projectIn(folder: string): Promise<Project> {
  return readProject(workTree(folder), {
    appDir: ".",
    python: { kind: "off" },
    run: { workspace: folder },
    temp: folder,
    packageIndex: indexSource(process.env),
  });
}

/** The way that the finding's edits take. */
function offered(project: Project, requirements: string): Way {
  const edits = pinsVsPython.find(project).flatMap((remark) => remark.edits ?? []);
  const after = new Map([["requirements.txt", requirements]]);
  for (const { to, lines } of applyEdits(edits, project))
    if (to !== null) after.set(to, lines.map(({ sign, text }) => (sign === "-" ? "" : text)).join(""));
  return {
    minor: (after.get(".python-version") ?? project.python).split(".").slice(0, 2).join(".").trim(),
    requirements: after.get("requirements.txt") ?? "",
  };
}

/** The way that stays on the Python and raises the pins. */
function raised(project: Project, requirements: string): Way {
  const minor = project.python.split(".").slice(0, 2).join(".");
  const pins = project.requirements ? publicPins(project.requirements) : [];
  const raises = raisesFor(new Map(pins.map(({ key, version }) => [key, version])), minor, project);
  const lines = requirements.split("\n");
  for (const [key, version] of raises) {
    const at = (pins.find((pin) => pin.key === key)?.place.line ?? 0) - 1;
    lines[at] = typeof version === "string" ? `${key}==${version}` : "";
  }
  return { minor, requirements: lines.join("\n") };
}

/** Installs and imports; the last lines of what went wrong, if anything. */
async function take({ minor, requirements }: Way, imports: string, root: string): Promise<string> {
  const python = pythons.get(minor);
  if (!python) return `there is no Python ${minor}`;
  const target = await mkdtemp(join(root, "target-"));
  const file = join(target, "requirements.txt");
  await writeFile(file, requirements);
  const installed = await run(
    python,
    "-m",
    "pip",
    "install",
    "-q",
    "--no-input",
    "--target",
    target,
    "-r",
    file,
  );
  const program = `import sys; sys.path.insert(0, ${JSON.stringify(target)})\nimport ${imports}\nflask.Flask("x")`;
  const done = installed.ok ? await run(python, "-I", "-W", "ignore", "-c", program) : installed;
  await rm(target, { recursive: true, force: true });
  return done.ok ? "" : `${installed.ok ? "import" : "build"}: ${done.output.trim().slice(-600)}`;
}

const args = process.argv.slice(2);
const only = args.includes("--only") ? args.splice(args.indexOf("--only"), 2)[1] : undefined;
const root = await mkdtemp(join(tmpdir(), "prove-remedies-"));
const pythons = await environments(args, root);
for (const [year, set] of Object.entries(OLD_REQUIREMENTS)) {
  if (only !== undefined && only !== year) continue;
  const files = oldApp(set);
  const folder = await mkdtemp(join(root, "app-"));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const project = await projectIn(folder);
  for (const [name, way] of [
    ["the edits", offered(project, files["requirements.txt"])],
    ["raised pins", raised(project, files["requirements.txt"])],
  ] as const) {
    if (!pythons.has(way.minor)) continue;
    const problem = await take(way, set.imports, root);
    if (problem !== "") process.exitCode = 1;
    const changed = way.requirements.split("\n").filter((line) => !files["requirements.txt"].includes(line));
    console.log(
      `${problem === "" ? "works" : "WRONG"} ${year}, ${name}: Python ${way.minor}, ${changed.join(" ")} ${problem}`.trimEnd(),
    );
  }
}
await rm(root, { recursive: true, force: true });
