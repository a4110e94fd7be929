/** What a build is given besides the commit. */
export type BuildContext = {
  /** Writes one line that the user sees. */
  readonly line: (text?: string) => void;
  /** Makes git see the objects of the push. */
  readonly env: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
};
