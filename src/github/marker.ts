/**
 * The hidden line by which a run finds the comment of its kind again. It names the workflow, the app and its folder, so
 * that two apps of one repository do not overwrite each other.
 */
export function marker(what: { workflow: string; app: string; appDir: string }): string {
  // `--` would end an HTML comment early.
  const part = (text: string) => encodeURIComponent(text.toWellFormed()).replaceAll("-", "%2D");
  return `<!-- flask-heroku-deploy ${part(what.workflow)} ${part(what.app)} ${part(what.appDir)} -->`;
}
