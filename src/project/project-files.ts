import { parseProcfile } from "./procfile.ts";
import type { Project } from "./project.ts";
import { readModules } from "./python-modules.ts";
import { herokuMarkers, herokuPython } from "./python-version.ts";
import type { Reading } from "./reading.ts";
import { readRequirements } from "./requirements.ts";
import type { Tree } from "./tree.ts";
import { readGunicorn } from "./web-target.ts";

/** Reads those files of a commit that the checks look at. */
export function* readFiles(
  tree: Tree,
): Reading<Pick<Project, "procfile" | "requirements" | "python" | "modules">> {
  const files = yield ["Procfile", "runtime.txt", ".python-version", "requirements.txt"];
  const text = (path: string) => files.get(path)?.toString("utf8");

  const procfileText = text("Procfile");
  const procfile = procfileText === undefined ? undefined : parseProcfile(procfileText);
  const python = herokuPython({ runtimeTxt: text("runtime.txt"), pythonVersion: text(".python-version") });
  const requirements = files.has("requirements.txt")
    ? yield* readRequirements("requirements.txt", tree, herokuMarkers(python))
    : undefined;
  const modules = yield* readModules(tree, readGunicorn(procfile));
  return { procfile, python, requirements, modules };
}
