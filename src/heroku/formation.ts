import { type Api, appPath } from "./api.ts";
import { fields, list, number, text } from "./shape.ts";

export type Process = { readonly type: string; readonly quantity: number };

/** How many dynos of each process type the app runs; empty before the first build. */
export async function readFormation(api: Api, app: string): Promise<Process[]> {
  const answer = await api.send({ method: "GET", path: appPath(app, "formation") });
  return list(answer, "formation").map((one) => {
    const process = fields(one, "formation");
    return { type: text(process, "type"), quantity: number(process, "quantity") };
  });
}
