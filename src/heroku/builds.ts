import { type Api, appPath } from "./api.ts";
import { fields, list, nested, text } from "./shape.ts";

export type Build = {
  readonly id: string;
  /** `pending`, `succeeded` or `failed` (Platform API, Build). */
  readonly status: string;
  /** The commit, as Heroku notes it for a build that a git push started. */
  readonly commit: string | null;
};

/** The newest builds of an app, newest first. */
export async function recentBuilds(api: Api, app: string): Promise<Build[]> {
  const range = "started_at ..; order=desc,max=5";
  return list(await api.send({ method: "GET", path: appPath(app, "builds"), range }), "builds").map(
    (answer) => {
      const build = fields(answer, "build");
      return {
        id: text(build, "id"),
        status: text(build, "status"),
        commit: nested(build, "source_blob", "version"),
      };
    },
  );
}
