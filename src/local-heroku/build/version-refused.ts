import { BuildFailed } from "./build-failed.ts";

/** A build that ends because of the Python that the app asks for, or of how it does. */
export class VersionRefused extends BuildFailed {
  constructor(lines: readonly string[]) {
    super(lines, { end: "build-python-version" });
  }
}
