/** One process type of a Procfile as Cedar reads it. */
export type ProcessType = { readonly name: string; readonly command: string; readonly line: number };

export type Procfile = {
  /** By name; the last of two lines of one name wins. */
  readonly processes: ReadonlyMap<string, ProcessType>;
  /** The text, line by line, for checks that look at what Cedar ignores. */
  readonly lines: readonly string[];
};
