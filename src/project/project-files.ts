import type { Settings } from "../settings.ts";
import { readCode } from "./code.ts";
import type { Container } from "./container.ts";
import { readFoundApp } from "./found-app.ts";
import { readGunicorn } from "./gunicorn.ts";
import { parseProcfile } from "./procfile.ts";
import type { Project } from "./project.ts";
import { readModules } from "./python-modules.ts";
import { readPythonPath } from "./python-path.ts";
import { pythonRequest } from "./python-request.ts";
import { herokuMarkers, herokuPython } from "./python-version.ts";
import type { Reading } from "./reading.ts";
import { readRequirements } from "./requirements.ts";
import { likelyStart, startOf } from "./start.ts";
import type { Tree } from "./tree.ts";
import { readWebCommand } from "./web-command.ts";
import { webLine } from "./web-line.ts";

/** The files at the root that say how an app is built and run. */
const WELL_KNOWN = [
  ...["Procfile", "app.json", "heroku.yml", ".slugignore", ".gitattributes", ".gitmodules"],
  ...["runtime.txt", ".python-version", "requirements.txt", "Pipfile", "Pipfile.lock", "poetry.lock"],
  ...["uv.lock", "pyproject.toml", "setup.py", "setup.cfg", ".env", ".flaskenv"],
];

/** Reads those files of a commit that the checks look at, for an app that is given these config vars. */
export function* readFiles(
  tree: Tree,
  container: Container | undefined,
  configVars: Settings["configVars"] = {},
): Reading<
  Pick<Project, "texts" | "procfile" | "web" | "requirements" | "python" | "modules" | "code" | "foundApp">
> {
  const files = yield WELL_KNOWN;
  const texts = new Map([...files].map(([path, bytes]) => [path, bytes.toString("utf8")]));

  const procfileText = texts.get("Procfile");
  const procfile = procfileText === undefined ? undefined : parseProcfile(procfileText);
  const python = herokuPython(pythonRequest(texts));
  const requirements = files.has("requirements.txt")
    ? yield* readRequirements("requirements.txt", tree, herokuMarkers(python))
    : undefined;
  const web = yield* readWebCommand(
    webLine(procfile, texts, container),
    tree,
    yield* readPythonPath(tree, texts, configVars),
  );
  const gunicorn = yield* readGunicorn(web);
  const foundApp = procfile ? undefined : yield* readFoundApp(tree);
  const start = startOf(web, gunicorn, tree, texts) ?? likelyStart(foundApp);
  const modules = yield* readModules(tree, gunicorn, start);
  return { texts, procfile, web, python, requirements, modules, code: readCode(modules), foundApp };
}
