import type { TreeEntry } from "../project/tree.ts";

/** What a push came to, read from git's words; whether it was deployed is for the API to say. */
export type PushOutcome =
  | "pushed"
  | "up-to-date"
  | "build-skipped"
  | "build-failed"
  | "not-fast-forward"
  | "shallow"
  | "unauthorized"
  | "no-such-app"
  | "rate-limited"
  | "unavailable"
  | "concurrent-builds"
  | "interrupted";

/** Why a file of the work tree is not in the commit: git is told to ignore it, or nobody has committed it. */
export type Uncommitted = "ignored" | "untracked";

export type PushRequest = {
  /** Full id of the commit to push, as `prepare` gave it. */
  readonly commit: string;
  /** The app's git URL, without credentials. */
  readonly url: string;
  readonly apiKey: string;
  /** True replaces what is there if it is still what was read: for a commit made from a folder. */
  readonly replace: boolean;
  /** Called with every line that the build prints or git complains with, raw but for git's `remote: ` before it. */
  readonly onLine: (line: string) => void;
  /** Ends the push and every process it started. */
  readonly signal: AbortSignal;
};

/** The git verbs that the deploy needs. Nothing in the workspace is run, added, or committed. */
export type Git = {
  /** Full id of the commit the workspace is at. Throws Failure when there is none. */
  head(): Promise<string>;
  /** Every file of a commit below `folder` (`.` is all), paths relative to that folder. Throws Failure when the folder is not in the commit. */
  list(commit: string, folder: string): Promise<TreeEntry[]>;
  /** Contents of blobs by object id. */
  read(oids: readonly string[]): Promise<Map<string, Buffer>>;
  /** Which of these paths below `folder` the work tree has, and why a commit may lack them. Nothing is opened or run. */
  onDisk(folder: string, paths: readonly string[]): Promise<Map<string, Uncommitted>>;
  /** URL of a remote of the workspace, undefined when there is none. It may hold a password: compare, never print. */
  remote(name: string): Promise<string | undefined>;
  /** Writes that URL, the only thing in the workspace that ever is written. Throws on one with credentials in it. */
  setRemote(name: string, url: string): Promise<void>;
  /**
   * Makes the commit ready to be pushed and gives its id: completes a shallow history from origin, or makes
   * the deterministic commit whose root is `folder`. Throws Failure (SHALLOW_CLONE) when history cannot be completed.
   */
  prepare(commit: string, folder: string): Promise<string>;
  push(request: PushRequest): Promise<PushOutcome>;
  /** Ends what still runs, and removes what was made outside the workspace. */
  close(): Promise<void>;
};
