/** What a build made: the app's files, the environment its packages are in, and its process types. */
export type Slug = {
  readonly id: string;
  readonly commit: string;
  /** First line of the commit's message. */
  readonly commitDescription: string;
  readonly folder: string;
  /** The virtual environment; shared with other slugs of the same requirements. */
  readonly venv: string;
  /** Where the interpreter's shared library is, undefined when it needs none. */
  readonly libraryFolder: string | undefined;
  /** The Python that Heroku would have built it with, as `3.13`: the next build of an app that asks for none takes it too. */
  readonly python: string;
  readonly processTypes: ReadonlyMap<string, string>;
  /** Whether a configuration file of the app's may tell the gunicorn of its web process where to listen. */
  readonly configuresGunicorn: boolean;
  readonly stack: string;
  /** Bytes, uncompressed. */
  readonly size: number;
  readonly createdAt: string;
};
