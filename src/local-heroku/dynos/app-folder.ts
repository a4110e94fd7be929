import type { Difference } from "../../rehearsal/notice.ts";

/** `/app`, or a path below it, as a word, in quotes, or in a list of folders; not within an address or another path. */
const APP_FOLDER = /(^|[\s"'`=:;,(])\/app(?=$|[\s"'`:;,)&|/])/;

/** Variables that hold an address, or the part of one below which an app is served: paths, but of no file. */
const ADDRESS = /(^|_)(URLS?|URIS?|SCRIPT_NAME|APPLICATION_ROOT|COOKIE_PATH|UVICORN_ROOT_PATH)(_|$)/i;

/** A variable that a command sets, before it or with an option such as gunicorn's `-e`. */
const ASSIGNMENT = /\b(\w+)=\S*/g;

/**
 * What to tell of a dyno whose command or config vars name the app's folder as it is on Heroku. It is elsewhere here,
 * so that such a path leads nowhere.
 */
export function appFolderNamed(
  type: string,
  command: string,
  configVars: ReadonlyMap<string, string>,
): Difference[] {
  const vars = [...configVars]
    .filter(([name, value]) => !ADDRESS.test(name) && APP_FOLDER.test(value))
    .map(([name]) => `config var ${name}`);
  const words = command.replaceAll(ASSIGNMENT, (all, name: string) => (ADDRESS.test(name) ? "" : all));
  const commands = APP_FOLDER.test(words) ? [`command of the ${type} process`] : [];
  const places = [...vars, ...commands];
  return places.map((place) => {
    const sentence = `The ${place} names /app, the app's folder on Heroku. Here that folder is elsewhere, so that a path below /app leads nowhere.`;
    return { kind: "difference", about: "app-folder", sentence };
  });
}
