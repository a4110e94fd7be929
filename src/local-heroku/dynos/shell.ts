import { exists } from "../exists.ts";

const SHELLS = ["/bin/bash", "/usr/bin/bash", "/usr/local/bin/bash"];

/** The shell that runs a dyno's command: bash as on Heroku, or sh where there is none. */
export async function shell(): Promise<string> {
  for (const candidate of SHELLS) if (await exists(candidate)) return candidate;
  return "/bin/sh";
}
