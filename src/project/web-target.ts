/** What a WSGI server is told to serve: `module:attribute`. */
export type WebTarget = {
  /** Dotted, as written. */
  readonly module: string;
  /** As written: `app`, `create_app()`, or gunicorn's default `application`. */
  readonly attribute: string;
  /** Where that is written. */
  readonly file: string;
  readonly line: number;
  /** The folder that the server works in, relative to the app's folder (`cd`, `--chdir`). */
  readonly root: string;
};

/** Reads `module:attribute`, with gunicorn's default where no attribute is written. */
export function targetOf(
  written: string,
  place: Pick<WebTarget, "file" | "line">,
  root: string | undefined,
): WebTarget {
  const colon = written.indexOf(":");
  const module = colon < 0 ? written : written.slice(0, colon);
  const attribute = colon < 0 ? "application" : written.slice(colon + 1);
  return { module, attribute, file: place.file, line: place.line, root: root ?? "." };
}
