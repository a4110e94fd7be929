import { readRun } from "./github-run.ts";
import * as input from "./inputs.ts";

/** What was asked: the inputs and the event, read once, validated, never changed. */
export type Settings = {
  readonly mode: "check" | "deploy";
  /** Undefined when none was given: then only `check` can run. */
  readonly apiKey: string | undefined;
  readonly app: string;
  /** The folder of the app inside the repository, `/`-separated, `.` for the root. */
  readonly appDir: string;
  readonly createApp: boolean;
  readonly team: string | undefined;
  readonly region: string;
  readonly stack: string | undefined;
  readonly configVars: Readonly<Record<string, string>>;
  readonly postgres: "off" | `heroku-postgresql:${string}`;
  readonly tables: TablesMode;
  readonly healthPath: string;
  readonly healthContains: string | undefined;
  readonly healthTimeoutMs: number;
  readonly rollback: boolean;
  readonly failOn: "error" | "warning";
  readonly skipChecks: readonly string[];
  /** The interpreter whose environment is compared with requirements.txt; `default` looks on PATH. */
  readonly python:
    | { readonly kind: "off" }
    | { readonly kind: "default" }
    | { readonly kind: "path"; readonly path: string };
  readonly githubToken: string | undefined;
  readonly comment: "auto" | "always" | "off";
  /** Origin of the Platform API, for example https://api.heroku.com. */
  readonly herokuHost: URL;
  readonly run: GitHubRun;
};

/** How tables come into being: `object` names the app as `module:attribute` where the Procfile does not. */
export type TablesMode =
  | { readonly kind: "auto" }
  | { readonly kind: "off" }
  | { readonly kind: "migrate" }
  | { readonly kind: "object"; readonly target: string }
  | { readonly kind: "command"; readonly command: string };

/** What GitHub says about this run, from GITHUB_* and the event's payload. */
export type GitHubRun = {
  /** Absolute path of the checkout. */
  readonly workspace: string;
  /** Absolute path of a folder that is emptied after the job. */
  readonly temp: string;
  readonly event: string;
  /** Who triggered the run, for example `dependabot[bot]`. */
  readonly actor: string;
  /** `owner/name`, empty outside GitHub. */
  readonly repository: string;
  /** GITHUB_SHA: the commit that triggered the run, empty outside GitHub. */
  readonly sha: string;
  readonly workflow: string;
  readonly runId: string;
  readonly serverUrl: string;
  readonly apiUrl: string;
  readonly pullRequest: { readonly number: number; readonly fromFork: boolean } | undefined;
};

/**
 * Turns the strings of `with:` and the run's environment into settings. The only reader of inputs.
 * Throws Failure (INPUT_INVALID, KEY_MALFORMED, ...) that names the input, the problem and the fix.
 */
export function readSettings(
  read: (name: string) => string,
  env: NodeJS.ProcessEnv,
  event: unknown,
): Settings {
  const mode = input.oneOf("mode", read("mode") || "deploy", ["check", "deploy"]);
  const run = readRun(env, event);
  const deploys = mode === "deploy";
  return {
    mode,
    apiKey: input.apiKey("heroku-api-key", read("heroku-api-key")),
    app: deploys ? input.appName("app", read("app")) : read("app"),
    appDir: input.folder("app-dir", read("app-dir")),
    createApp: input.boolean("create-app", read("create-app"), true),
    team: input.optionalName("team", read("team")),
    region: input.name("region", read("region") || "us"),
    stack: input.optionalName("stack", read("stack")),
    configVars: input.configVars("config-vars", read("config-vars")),
    postgres: input.postgresPlan("postgres-plan", read("postgres-plan") || "essential-0"),
    tables: input.tables(read("tables") || "auto", read("tables-command")),
    healthPath: input.urlPath("health-path", read("health-path") || "/"),
    healthContains: read("health-contains") || undefined,
    healthTimeoutMs: input.seconds("health-timeout", read("health-timeout") || "90") * 1000,
    rollback: input.boolean("rollback", read("rollback"), true),
    failOn: input.oneOf("fail-on", read("fail-on") || "error", ["error", "warning"]),
    skipChecks: input.checkIds("skip-checks", read("skip-checks")),
    python: input.interpreter(read("python")),
    githubToken: read("github-token") || undefined,
    comment: input.oneOf("comment", read("comment") || "auto", ["auto", "always", "off"]),
    herokuHost: input.herokuHost("heroku-host", read("heroku-host") || "https://api.heroku.com"),
    run,
  };
}
