/** The packages of the interpreter that the tests ran with. */
export type Environment = {
  /** Null with the reason when it was not or could not be read. */
  readonly packages: ReadonlyMap<string, { readonly name: string; readonly version: string }> | null;
  readonly reason: string;
};
