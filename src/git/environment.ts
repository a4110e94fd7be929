import { isAbsolute } from "node:path";

/** The whole environment of a child process. */
export type Environment = Readonly<Record<string, string>>;

/** One line of git configuration: `section.name` and its value. */
export type ConfigEntry = readonly [key: string, value: string];

/**
 * What a child of git may see of the job's own environment: where certificates and proxies are.
 * Everything else stays out, because much of it redirects git or makes it talk: GIT_TRACE_CURL
 * prints the key, GIT_SSL_NO_VERIFY hands it to strangers, GIT_EXEC_PATH runs other programs.
 */
const PASSED_ON = [
  "http_proxy",
  "https_proxy",
  "HTTPS_PROXY",
  "all_proxy",
  "ALL_PROXY",
  "no_proxy",
  "NO_PROXY",
];

/** Given by the environment, configuration beats what any repository says. */
const HARDENING: readonly ConfigEntry[] = [
  ["core.hooksPath", "/dev/null"],
  ["core.fsmonitor", "false"],
  ["safe.bareRepository", "explicit"],
  ["credential.helper", ""],
  ["http.sslVerify", "true"],
  ["http.followRedirects", "false"],
  ["gc.auto", "0"],
  ["maintenance.auto", "false"],
  ["advice.graftFileDeprecated", "false"],
];

/** Where a child of git lives: the search path, a private home, the repository it works on. */
export type Place = {
  readonly path: string;
  readonly home: string;
  readonly gitDir: string;
  readonly workspace: string;
};

/**
 * The environment of a git that reads no configuration but ours and its repository's, asks nobody for a
 * password and talks to no network: see `allowing` for the two verbs that do.
 */
export function gitEnvironment(
  job: NodeJS.ProcessEnv,
  { path, home, gitDir, workspace }: Place,
): Environment {
  return withConfig(
    {
      ...Object.fromEntries(PASSED_ON.flatMap((name) => (job[name] ? [[name, job[name]]] : []))),
      PATH: path,
      HOME: home,
      LANG: "C",
      GIT_DIR: gitDir,
      GIT_CONFIG_NOSYSTEM: "1",
      GIT_CONFIG_GLOBAL: "/dev/null",
      GIT_ATTR_NOSYSTEM: "1",
      GIT_TERMINAL_PROMPT: "0",
      GIT_ASKPASS: "",
      GIT_NO_LAZY_FETCH: "1",
      GIT_NO_REPLACE_OBJECTS: "1",
      GIT_ALLOW_PROTOCOL: "",
    },
    [
      ...HARDENING,
      ["safe.directory", workspace],
      // As configuration, because the variable would win over the authority of a single host.
      ...(job.GIT_SSL_CAINFO ? [["http.sslCAInfo", job.GIT_SSL_CAINFO] as const] : []),
    ],
  );
}

/** The same environment with an authority that counts for one host alone, which is on this machine, behind no proxy. */
export function trusting(
  environment: Environment,
  access: { readonly host: URL; readonly caFile?: string } | undefined,
): Environment {
  if (access?.caFile === undefined) return environment;
  const section = `http.${access.host.origin}`;
  return withConfig(environment, [
    [`${section}.sslCAInfo`, access.caFile],
    [`${section}.proxy`, ""],
  ]);
}

/** The same environment with more configuration, in the form that never is in argv (git 2.31 and later). */
export function withConfig(environment: Environment, entries: readonly ConfigEntry[]): Environment {
  const start = Number(environment.GIT_CONFIG_COUNT ?? 0);
  return {
    ...environment,
    ...Object.fromEntries(
      entries.flatMap(([key, value], index) => [
        [`GIT_CONFIG_KEY_${start + index}`, key],
        [`GIT_CONFIG_VALUE_${start + index}`, value],
      ]),
    ),
    GIT_CONFIG_COUNT: String(start + entries.length),
  };
}

/** The same environment with one transport open. GIT_ALLOW_PROTOCOL beats every `protocol.*.allow`. */
export function allowing(environment: Environment, protocol: "https" | "http" | "file"): Environment {
  return { ...environment, GIT_ALLOW_PROTOCOL: protocol };
}

/** The folders of a PATH that do not depend on where a process happens to stand. */
export function absoluteFolders(path: string, delimiter: string): string[] {
  return path.split(delimiter).filter((folder) => isAbsolute(folder));
}
