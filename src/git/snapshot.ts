import { treeOf } from "./read.ts";
import type { Run } from "./run.ts";

const AUTHOR = "flask-heroku-deploy";
const EMAIL = "flask-heroku-deploy@users.noreply.github.com";

/**
 * Makes a commit without parents whose root is a folder of another commit, and gives its id. All that is in it
 * comes from that commit, so the same commit always gives the same id: that is how Heroku, and a second run, see
 * that nothing is new. Throws Failure as `treeOf` does.
 */
export async function snapshot(run: Run, commit: string, folder: string): Promise<string> {
  const tree = await treeOf(run, commit, folder);
  const { stdout: source } = await run(["cat-file", "commit", commit]);
  const seconds = /^committer .*> (\d{1,10}) [+-]\d{4}$/m.exec(source.toString("latin1"))?.[1] ?? "0";
  const date = `@${seconds} +0000`;
  const { stdout } = await run(["commit-tree", "-m", `Deploy ${folder} of ${commit}`, tree], {
    env: {
      GIT_AUTHOR_NAME: AUTHOR,
      GIT_AUTHOR_EMAIL: EMAIL,
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_NAME: AUTHOR,
      GIT_COMMITTER_EMAIL: EMAIL,
      GIT_COMMITTER_DATE: date,
    },
  });
  return stdout.toString().trim();
}
