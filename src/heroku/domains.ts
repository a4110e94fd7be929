import { type Api, appPath } from "./api.ts";
import { fields, list, text } from "./shape.ts";

/** The host names of an app, Heroku's own for it among them (Platform API, Domain). */
export async function listDomains(api: Api, app: string): Promise<string[]> {
  const answer = list(await api.send({ method: "GET", path: appPath(app, "domains") }), "domains");
  return answer.map((domain) => text(fields(domain, "domain"), "hostname"));
}
