import type { PackageManager } from "./package-manager.ts";

/** What Heroku's Python buildpack (v351, 2026-08) installs. */
export const HEROKU_TOOLS: Readonly<Record<PackageManager, string>> = {
  pip: "26.2.1",
  pipenv: "2026.7.1",
  poetry: "2.4.1",
  uv: "0.12.5",
};

/** What it installs besides, with pip, where the app's Python is 3.12 or older. */
export const HEROKU_SETUPTOOLS = "70.3.0";
