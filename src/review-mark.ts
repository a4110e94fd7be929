/**
 * The config var that makes an app a review app of ours. Only who may change the app can set it, it outlives deploys, and
 * it is in every release with code, so that a roll-back keeps it.
 */
export const REVIEW_MARK = "FLASK_HEROKU_DEPLOY_REVIEW_APP";

/** The mark's value for a pull request of a repository (`owner/name`): `owner/name#7`. */
export function reviewMark(repository: string, pullRequest: number): string {
  return `${repository}#${pullRequest}`;
}

/** Whether the config vars of an app have this mark. GitHub tells no upper from lower case in names of repositories. */
export function bearsMark(vars: ReadonlyMap<string, string>, mark: string): boolean {
  return vars.get(REVIEW_MARK)?.trim().toLowerCase() === mark.toLowerCase();
}
