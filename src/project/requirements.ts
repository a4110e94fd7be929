/** One requirement line, as pip reads it. */
export type Requirement = {
  /** As written. */
  readonly name: string;
  /** PEP 503 canonical form. */
  readonly key: string;
  readonly specifier: string;
  readonly file: string;
  readonly line: number;
};

export type Requirements = { readonly entries: readonly Requirement[] };
