import { type Api, appPath } from "./api.ts";
import { fields } from "./shape.ts";

/** The app's config vars. */
export async function readConfigVars(api: Api, app: string): Promise<ReadonlyMap<string, string>> {
  const answer = fields(await api.send({ method: "GET", path: appPath(app, "config-vars") }), "config vars");
  return new Map(Object.entries(answer).map(([name, value]) => [name, String(value ?? "")]));
}

/** Sets these config vars and leaves the others. Heroku makes a release of it and restarts the app. */
export async function setConfigVars(
  api: Api,
  app: string,
  vars: Readonly<Record<string, string>>,
): Promise<void> {
  await api.send({ method: "PATCH", path: appPath(app, "config-vars"), body: vars });
}

/**
 * The values that must not be shown: those with a telling name, addresses with a password in them, and what
 * looks like a key. Code of the app may print any of them in a build or on a dyno, and GitHub never learned them
 * from a secret of its own. Plain words are left alone: a log without the word `warning` helps nobody.
 */
export function secretValues(vars: ReadonlyMap<string, string>): string[] {
  const telling = /KEY|TOKEN|SECRET|PASS|PWD|DSN|CREDENTIAL|AUTH/i;
  return [...vars]
    .filter(([name, value]) => telling.test(name) || /:\/\/[^/]*@/.test(value) || isRandom(value))
    .map(([, value]) => value);
}

function isRandom(value: string): boolean {
  return /^[\w+/=-]{16,}$/.test(value) && /\d/.test(value) && /[A-Za-z]/.test(value);
}
