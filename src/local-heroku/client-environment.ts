import { join } from "node:path";
import type { Platform } from "./platform.ts";

/**
 * What the CLI (11.10) and git need to know. HEROKU_DATA_HOST is a bare name and inherits the port. A CLI that dislikes
 * HEROKU_HOST falls back to the real Heroku, which is why the key is a throw-away one. The last three keep it from
 * leaving processes behind.
 */
export function clientEnvironment({
  origin,
  apiKey,
  certificates,
  folder,
}: Platform): Record<string, string> {
  const home = join(folder, "home");
  return {
    HEROKU_HOST: origin,
    HEROKU_DATA_HOST: "localhost",
    HEROKU_PARTICLEBOARD_URL: origin,
    NODE_EXTRA_CA_CERTS: certificates.caFile,
    GIT_SSL_CAINFO: certificates.caFile,
    GIT_TERMINAL_PROMPT: "0",
    GIT_CONFIG_GLOBAL: join(home, ".gitconfig"),
    XDG_CACHE_HOME: join(home, ".cache"),
    XDG_CONFIG_HOME: join(home, ".config"),
    XDG_DATA_HOME: join(home, ".local", "share"),
    DISABLE_TELEMETRY: "true",
    HEROKU_DISABLE_AUTOUPDATE: "1",
    HEROKU_SKIP_NEW_VERSION_CHECK: "true",
    HEROKU_API_KEY: apiKey,
  };
}
