/** A build that ends with a refusal of the push. `lines` is what the buildpack says about it. */
export class BuildFailed extends Error {
  override readonly name = "BuildFailed";
  readonly lines: readonly string[];

  constructor(lines: readonly string[], verdict = "Push rejected, failed to compile Python app.") {
    super(lines[0] ?? verdict);
    this.lines = lines.length > 0 ? [...lines, "", verdict] : [verdict];
  }
}
