import type { Code } from "./code-facts.ts";
import type { Container } from "./container.ts";
import type { Environment } from "./environment.ts";
import type { PackageIndex } from "./package-index.ts";
import type { Procfile } from "./procfile.ts";
import type { PythonModules } from "./python-modules.ts";
import type { Requirements } from "./requirements.ts";
import type { SyntaxVerdict } from "./syntax.ts";
import type { TreeEntry } from "./tree.ts";
import type { UncommittedFile } from "./wanted-files.ts";
import type { WebCommand } from "./web-command.ts";

/** What the commit holds: exactly what Heroku would get. Read once, never changed. */
export type Project = {
  /** Full id of the checked commit. */
  readonly commit: string;
  /** The app's folder inside the repository, `.` for the root. */
  readonly appDir: string;
  /** Every file of the commit below the app's folder, by its path relative to that folder. */
  readonly files: ReadonlyMap<string, TreeEntry>;
  /** Why it is built from a Dockerfile; undefined when a buildpack builds it. */
  readonly container: Container | undefined;
  /** The texts of the well-known files that the commit has, by path: see project-files.ts. */
  readonly texts: ReadonlyMap<string, string>;
  /** The bytes of every file that was read, for patches, and for what the texts and syntax trees do not keep. */
  readonly contents: ReadonlyMap<string, Buffer>;
  /** Undefined when the commit has no text file of exactly that name. */
  readonly procfile: Procfile | undefined;
  /** The web line of the Procfile, or of heroku.yml for a container; undefined when there is none. */
  readonly web: WebCommand | undefined;
  /** Undefined when the commit has no text file requirements.txt. */
  readonly requirements: Requirements | undefined;
  /** The Python that Heroku builds with: `3.14.7`. */
  readonly python: string;
  readonly modules: PythonModules;
  /** What those modules say that the checks need. */
  readonly code: Code;
  /** `module:attribute` of the app where the commit has no Procfile and exactly one file has it. */
  readonly foundApp: string | undefined;
  readonly environment: Environment;
  /** What the package index says of the pins. */
  readonly index: PackageIndex;
  /** What the app needs and only the work tree has, as often as something asks for it. */
  readonly uncommitted: readonly UncommittedFile[];
  /** What Python says of those files that the bundled parser refuses, as `modules` has them, by path. */
  readonly syntax: ReadonlyMap<string, SyntaxVerdict>;
};
