import { Failure } from "../failure.ts";
import type { Api } from "../heroku/api.ts";
import { readConfigVars, setConfigVars } from "../heroku/config-vars.ts";
import { recentReleases } from "../heroku/releases.ts";
import { bearsMark, REVIEW_MARK } from "../review-mark.ts";

/** Every new app has two releases without code, "Initial release" and "Enable Logplex". */
const RELEASES_OF_A_NEW_APP = 2;

/**
 * Makes sure that an app bears the mark of its pull request; gives true when it put it on. Heroku takes no config vars
 * with a new app, so a run may end between the two: with `adopt`, an app that nobody has put anything into is marked,
 * whoever created it. Any other is somebody's own: throws Failure (REVIEW_APP_FOREIGN).
 */
export async function ensureReviewMark(
  api: Api,
  app: string,
  { mark, adopt }: { mark: string; adopt: boolean },
): Promise<boolean> {
  const vars = await readConfigVars(api, app);
  if (bearsMark(vars, mark)) return false;
  if (!adopt || vars.size > 0 || (await isUsed(api, app))) throw foreignReviewApp(app, vars, mark);
  await setConfigVars(api, app, { [REVIEW_MARK]: mark });
  return true;
}

async function isUsed(api: Api, app: string): Promise<boolean> {
  return (await recentReleases(api, app)).some(({ version }) => version > RELEASES_OF_A_NEW_APP);
}

/** An app that is not, or not known to be, the review app of this pull request. */
export function foreignReviewApp(app: string, vars: ReadonlyMap<string, string>, mark: string): Failure {
  const problem = vars.has(REVIEW_MARK)
    ? `The app ${app} is marked as the review app of another pull request or repository, so it was not touched.`
    : `The app ${app} is not marked as the review app of this pull request, so it was not touched.`;
  return new Failure("REVIEW_APP_FOREIGN", problem, {
    fix: `Choose another \`app\`. If this app may be deployed over and be removed with the pull request, mark it: \`heroku config:set ${REVIEW_MARK}=${mark} --app ${app}\`.`,
    page: "review-apps.md#taking-over-an-app",
  });
}
