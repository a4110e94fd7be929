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
  readonly python: { readonly kind: "off" } | { readonly kind: "default" } | { readonly kind: "path"; readonly path: string };
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
