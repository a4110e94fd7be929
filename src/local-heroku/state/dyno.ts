import type { Group } from "../processes.ts";
import type { Release } from "./release.ts";

export type DynoState = "starting" | "up" | "idle" | "crashed" | "down";

/** A dyno: one process with its own copy of the slug, which is thrown away with it. */
export type Dyno = {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  /** True for those that the formation wants; false for one-off dynos, whatever their type. */
  readonly scheduled: boolean;
  readonly command: string;
  readonly size: string;
  readonly release: Release;
  readonly createdAt: string;
  updatedAt: string;
  state: DynoState;
  attachUrl: string | null;
  /** Set for web dynos once they have one. */
  port: number | undefined;
  /** Where it is reached on that port, once it is up. */
  host: string | undefined;
  group: Group | undefined;
  /** How often its predecessors of the same release have crashed in a row. */
  readonly crashes: number;
  /** True once somebody asked it to end. */
  stopping: boolean;
  /** Tells whoever started this Heroku which files will go with the dyno. */
  tellLoss: () => Promise<void>;
  /** SIGTERM, then SIGKILL; takes it off the app's list. Resolves when nothing of it is left. */
  stop(): Promise<void>;
};
