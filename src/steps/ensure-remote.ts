import { learned, type Step } from "./step.ts";

const REMOTE = "heroku";

export const ensureRemote: Step = {
  id: "ensure-remote",
  title: "Make sure that the git remote points at the app",

  async run({ report }, { git }) {
    const app = learned(report.app, "the app");
    const url = await git.remote(REMOTE);
    if (url === app.gitUrl) return { status: "unchanged", detail: `the remote ${REMOTE} was right` };
    await git.setRemote(REMOTE, app.gitUrl);
    return {
      status: "changed",
      detail:
        url === undefined
          ? `added the remote ${REMOTE}`
          : `corrected the remote ${REMOTE}, which pointed elsewhere`,
    };
  },
};
