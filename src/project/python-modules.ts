/** What gunicorn is told to serve: `module:attribute` in the Procfile's web line. */
export type WebTarget = {
  /** Dotted, as written. */
  readonly module: string;
  /** As written: `app`, `create_app()`, or gunicorn's default `application`. */
  readonly attribute: string;
  /** Line of the Procfile. */
  readonly line: number;
  /** The folder that gunicorn imports from, relative to the app's folder (`--chdir`, `--pythonpath`). */
  readonly root: string;
};

export type PythonModules = {
  /** Undefined when there is no web line, or none with gunicorn and a target. */
  readonly webTarget: WebTarget | undefined;
};
