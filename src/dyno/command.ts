export type DynoArguments = {
  readonly mode: DynoMode;
  /** What gunicorn is given: `module:attribute`, `module:factory()`. Null where it is not known. */
  readonly target: string | null;
  /** The folder that the web process works in, relative to the dyno's home. */
  readonly root: string;
  /** The shell command of mode `command`. */
  readonly command: string | null;
  /** Seconds that a database which does not accept connections yet is given. */
  readonly wait: number;
};

/** create: what is missing; migrate: `flask db upgrade`; command: the user's own. */
export type DynoMode = "create" | "migrate" | "command";

/**
 * The command of the one-off dyno, the same whatever it does: all that varies travels in the environment, where
 * no quoting can break it. The status comes from the shell, so it arrives however the program ends.
 */
export const dynoCommand = String.raw`( exec python -c 'import os; exec(os.environ["FHD_PROGRAM"])' ); printf '\n%s %s\n' "$FHD_MARKER" "$?"`;

/** The environment for `dynoCommand`. `marker` is random per run: lines that begin with it are the program's word. */
export function dynoEnvironment(options: {
  program: string;
  arguments: DynoArguments;
  marker: string;
}): Record<string, string> {
  return {
    FHD_PROGRAM: options.program,
    FHD_ARGUMENTS: JSON.stringify(options.arguments),
    FHD_MARKER: options.marker,
  };
}
