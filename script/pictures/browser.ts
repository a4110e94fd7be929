import { access } from "node:fs/promises";

const BROWSERS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The path of the browser that draws. Throws when there is none. */
export async function installedBrowser(): Promise<string> {
  for (const path of BROWSERS) {
    const found = await access(path).then(
      () => true,
      () => false,
    );
    if (found) return path;
  }
  throw new Error("Chromium is missing (Debian: apt install chromium).");
}
