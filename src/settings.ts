import { type GitHubRun, readRun } from "./github-run.ts";
import * as input from "./inputs.ts";
import { type IndexSource, indexSource } from "./project/index-source.ts";

/** What a run may be asked for. */
export const MODES = ["check", "rehearse", "deploy", "destroy"] as const;

/** What was asked: the inputs and the event, read once, validated, never changed. */
export type Settings = {
  readonly mode: (typeof MODES)[number];
  /** Undefined when none was given: then only `check` can run. */
  readonly apiKey: string | undefined;
  readonly app: string;
  /** The pull request that the app is a review app of: its number stood for `{number}` in the input. */
  readonly reviewOf: number | undefined;
  /** The folder of the app inside the repository, `/`-separated, `.` for the root. */
  readonly appDir: string;
  readonly createApp: boolean;
  readonly team: string | undefined;
  /** Undefined leaves Heroku's choice, which is `us`. */
  readonly region: string | undefined;
  readonly stack: string | undefined;
  readonly configVars: Readonly<Record<string, string>>;
  readonly postgres: input.PostgresPlan;
  readonly tables: input.TablesMode;
  readonly healthPath: string;
  readonly healthContains: string | undefined;
  readonly healthTimeoutMs: number;
  readonly rollback: boolean;
  readonly failOn: "error" | "warning";
  readonly skipChecks: readonly string[];
  /** The interpreter whose environment is compared with requirements.txt; `default` looks on PATH. */
  readonly python: input.Interpreter;
  /** The package index that is asked about the pins; undefined when none may be. */
  readonly packageIndex: IndexSource | undefined;
  readonly githubToken: string | undefined;
  readonly comment: "auto" | "always" | "off";
  /** Whether the comment of a failed run shows the end of the log: `auto` is in private repositories only. */
  readonly commentLog: "auto" | "always" | "off";
  /** Name of GitHub's environment for the deployment; undefined makes none. */
  readonly environment: string | undefined;
  /** Origin of the Platform API, for example https://api.heroku.com. */
  readonly herokuHost: URL;
  readonly run: GitHubRun;
};

/**
 * Turns the strings of `with:` and the run's environment into settings; `checks` are the ids that may be skipped.
 * The only reader of inputs, but for `mode` where these have failed (src/main.ts).
 * Throws Failure (INPUT_INVALID, KEY_MALFORMED, ...) that names the input, the problem and the fix.
 */
export function readSettings(
  read: (name: string) => string,
  env: NodeJS.ProcessEnv,
  event: unknown,
  checks: readonly string[],
): Settings {
  const mode = input.oneOf("mode", read("mode") || "deploy", MODES);
  const run = readRun(env, event);
  const { app, reviewOf } = input.app("app", read("app"), {
    needed: mode === "deploy" || mode === "destroy",
    pullRequest: run.pullRequest?.number,
  });
  const configVars = input.configVars("config-vars", read("config-vars"));
  return {
    mode,
    apiKey: input.apiKey("heroku-api-key", read("heroku-api-key")),
    app,
    reviewOf,
    appDir: input.folder("app-dir", read("app-dir")),
    createApp: input.boolean("create-app", read("create-app"), true),
    team: input.optionalName("team", read("team")),
    region: input.optionalName("region", read("region")),
    stack: input.optionalName("stack", read("stack")),
    configVars,
    postgres: input.postgresPlan("postgres-plan", read("postgres-plan") || "essential-0"),
    tables: input.tables(read("tables") || "auto", read("tables-command")),
    healthPath: input.urlPath("health-path", read("health-path") || "/"),
    healthContains: read("health-contains") || undefined,
    healthTimeoutMs: input.seconds("health-timeout", read("health-timeout") || "90") * 1000,
    rollback: input.boolean("rollback", read("rollback"), true),
    failOn: input.oneOf("fail-on", read("fail-on") || "error", ["error", "warning"]),
    skipChecks: input.checkIds("skip-checks", read("skip-checks"), checks),
    python: input.interpreter(read("python")),
    packageIndex: indexSource(env, configVars),
    githubToken: read("github-token") || undefined,
    comment: input.oneOf("comment", read("comment") || "auto", ["auto", "always", "off"]),
    commentLog: input.oneOf("comment-log", read("comment-log") || "auto", ["auto", "always", "off"]),
    environment: input.environment("environment", read("environment"), app),
    herokuHost: input.herokuHost("heroku-host", read("heroku-host") || "https://api.heroku.com"),
    run,
  };
}
