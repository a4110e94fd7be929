/** The files that can tell Heroku which packages to install: its Python buildpack (v351) wants exactly one, in the root. */
export const PACKAGE_LISTS: readonly string[] = [
  "requirements.txt",
  "Pipfile.lock",
  "poetry.lock",
  "uv.lock",
];
