import { posix } from "node:path";
import type { Dependency } from "./dependency.ts";
import { holds, type MarkerEnvironment } from "./markers.ts";
import type { Reading } from "./reading.ts";
import { parseEditable, parseRequirement, type Wanted } from "./requirement-line.ts";
import { type LogicalLine, logicalLines } from "./requirement-lines.ts";
import { append, type LineOptions, splitOptions } from "./requirement-options.ts";
import { decodeRequirements, isWide } from "./text-encoding.ts";
import { inTree, type Tree } from "./tree.ts";
import { canonicalName } from "./versions.ts";

/** Where a line stands, and what stands there. */
export type Place = { readonly file: string } & LogicalLine;

/** One requirement line with a name, as pip reads it. `name` is as written. */
export type Requirement = Dependency &
  Place & {
    /** PEP 503 canonical form. */
    readonly key: string;
    readonly editable: boolean;
    /** Number of `--hash` options. */
    readonly hashes: number;
    /** Whether its marker holds on Heroku. */
    readonly active: boolean;
  };

/** A path or a URL that pip installs, whose name only a build would tell. */
export type UnnamedRequirement = Place & {
  readonly target: string;
  readonly editable: boolean;
  readonly active: boolean;
};

/** Why a part of the requirements could not be read. */
export type RequirementProblem = Place & {
  readonly kind:
    | "bad-line"
    | "bad-encoding"
    | "long-line"
    | "missing-file"
    | "remote-file"
    | "recursive"
    | "too-large";
  /** The path of a missing file; undefined when it leads out of the app's folder. */
  readonly path?: string | undefined;
};

/** What `pip install -r requirements.txt` would be asked for on Heroku, included files and all. */
export type Requirements = {
  readonly entries: readonly Requirement[];
  readonly unnamed: readonly UnnamedRequirement[];
  /** Lines of `-c` files: they bind versions and install nothing. */
  readonly constraints: readonly Requirement[];
  /** Options such as `index-url`, by their long name. */
  readonly options: LineOptions;
  readonly problems: readonly RequirementProblem[];
  /** Every line that was read, those with options alone among them. */
  readonly lines: readonly Place[];
  /** Files in UTF-16 or UTF-32, as PowerShell writes them. */
  readonly wide: readonly string[];
};

const NOWHERE: LogicalLine = { text: "", line: 1, lastLine: 1, source: "" };
const MAX_LINE = 4096;
const MAX_FILES = 100;
const MAX_LINES = 20_000;

/** Whether requirements.txt lists one of these packages for Heroku, each by its canonical name. */
export function lists(
  { requirements }: { readonly requirements: Pick<Requirements, "entries"> | undefined },
  ...keys: readonly string[]
): boolean {
  return requirements?.entries.some(({ key, active }) => active && keys.includes(key)) ?? false;
}

/** Whether all of it was read and has a name. What was not, or only a build would name, may bring any package. */
export function isFullyKnown({ problems, unnamed }: Pick<Requirements, "problems" | "unnamed">): boolean {
  return problems.length === 0 && !unnamed.some(({ active }) => active);
}

/**
 * Reads a requirements file and what it includes, in pip's order and by pip's rules (26.2, Heroku's), with markers
 * evaluated for `environment`. Never throws: what could not be read is in `problems`.
 */
export function* readRequirements(
  path: string,
  tree: Tree,
  environment: MarkerEnvironment,
): Reading<Requirements> {
  const entries: Requirement[] = [];
  const unnamed: UnnamedRequirement[] = [];
  const constraints: Requirement[] = [];
  const options = new Map<string, string[]>();
  const problems: RequirementProblem[] = [];
  const lines: Place[] = [];
  const wide: string[] = [];
  let files = 0;

  yield* readFile(path, false, [], { file: path, ...NOWHERE });
  return { entries, unnamed, constraints, options, problems, lines, wide };

  function* readFile(
    file: string,
    constraint: boolean,
    includedBy: readonly string[],
    from: Place,
  ): Reading<void> {
    if (includedBy.includes(file)) return void problems.push({ ...from, kind: "recursive" });
    if (++files > MAX_FILES) return void problems.push({ ...from, kind: "too-large" });

    const bytes = (yield [file]).get(file);
    if (!bytes) return void problems.push({ ...from, kind: "missing-file", path: file });

    const text = decodeRequirements(bytes);
    if (text === undefined) return void problems.push({ file, ...NOWHERE, kind: "bad-encoding" });
    if (isWide(bytes) && !wide.includes(file)) wide.push(file);

    const stack = [...includedBy, file];
    for (const line of logicalLines(text)) {
      if (lines.length >= MAX_LINES) return void problems.push({ file, ...line, kind: "too-large" });
      const place = { file, ...line };
      lines.push(place);
      yield* readLine(place, constraint, stack);
    }
  }

  function* readLine(place: Place, constraint: boolean, stack: readonly string[]): Reading<void> {
    const parts = splitOptions(place.text);
    if (!parts) return void problems.push({ ...place, kind: "bad-line" });
    if (parts.requirement.length > MAX_LINE) return void problems.push({ ...place, kind: "long-line" });

    const editable = parts.requirement === "" ? parts.options.get("editable")?.[0] : undefined;
    if (parts.requirement !== "" || editable !== undefined) {
      const wanted =
        editable === undefined ? parseRequirement(parts.requirement, tree) : parseEditable(editable, tree);
      if (!wanted || (constraint && editable !== undefined))
        return void problems.push({ ...place, kind: "bad-line" });
      return add(wanted, { ...place, editable: editable !== undefined }, constraint, parts.options);
    }

    const [requirement] = parts.options.get("requirement") ?? [];
    const included = requirement ?? parts.options.get("constraint")?.[0];
    if (included !== undefined) return yield* include(included, requirement === undefined, place, stack);

    for (const [name, values] of parts.options) append(options, name, values);
  }

  function* include(
    written: string,
    constraint: boolean,
    from: Place,
    stack: readonly string[],
  ): Reading<void> {
    if (/^(?:https?|file):/i.test(written)) return void problems.push({ ...from, kind: "remote-file" });
    // An absolute path, or one out of the app's folder, is not in what is pushed.
    const file = inTree(posix.dirname(from.file), written);
    if (file === undefined) return void problems.push({ ...from, kind: "missing-file" });
    yield* readFile(file, constraint, stack, from);
  }

  function add(
    wanted: Wanted,
    place: Place & { readonly editable: boolean },
    constraint: boolean,
    lineOptions: LineOptions,
  ): void {
    const active = wanted.marker === undefined || holds(wanted.marker, environment);
    if (wanted.kind === "unnamed") {
      if (!constraint) unnamed.push({ ...place, target: wanted.target, active });
      return;
    }
    const { kind: _, ...dependency } = wanted;
    const hashes = lineOptions.get("hash")?.length ?? 0;
    const requirement = { ...dependency, ...place, key: canonicalName(wanted.name), hashes, active };
    (constraint ? constraints : entries).push(requirement);
  }
}
