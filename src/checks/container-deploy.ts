import type { Check } from "./check.ts";

// What Heroku builds from a Dockerfile no buildpack looks at: that the checks about it are off is said here, once.
export const containerDeploy: Check = {
  id: "container-deploy",
  title: "The app is built by a buildpack",

  find({ container, files }) {
    if (container === undefined) return [];
    if (!files.has("heroku.yml")) {
      return [
        {
          level: "error",
          file: null,
          line: null,
          problem:
            "The workflow sets the stack to `container`, and a push to that stack is refused without a heroku.yml, which names " +
            "the Dockerfile to build.",
          fix: "Commit a heroku.yml with the lines `build:`, `  docker:` and `    web: Dockerfile`, or remove the `stack` input: then Heroku's Python buildpack builds the app.",
        },
      ];
    }
    return [
      {
        level: "notice",
        file: "heroku.yml",
        line: null,
        problem:
          "The app is built from a Dockerfile, as heroku.yml says, so nothing was checked that belongs to Heroku's Python " +
          "buildpack: Procfile, packages, Python version.",
        fix: "Nothing to do if that is meant. If the buildpack should build the app, remove heroku.yml, or name a stack such as `heroku-24` in the `stack` input.",
      },
    ];
  },
};
