import { hasBackground, type WebCommand } from "../project/web-command.ts";
import type { Check, Remark } from "./check.ts";
import { flaskRun } from "./web-server-flask.ts";
import { gunicornBind } from "./web-server-gunicorn.ts";
import { serverInCode } from "./web-server-in-code.ts";
import { otherServer } from "./web-server-other.ts";
import { pythonFile } from "./web-server-python.ts";

// Something in front of the server, or beside it, may be what listens on $PORT.
const PROXY = /nginx|caddy|haproxy|envoy|traefik|varnish|supervisor|honcho|circus/i;

// Heroku gives the web process a port in $PORT, another one at every start, and sends requests there from outside.
export const webServer: Check = {
  id: "web-server",
  title: "The web server is one for production and listens where Heroku asks",
  find(project): Remark[] {
    const { web } = project;
    if (!web || isAlongside(web)) return [];
    const advice =
      gunicornBind(project) ??
      flaskRun(project, web) ??
      pythonFile(project) ??
      otherServer(web) ??
      serverInCode(project);
    return advice ? [{ file: web.file, line: web.line, ...advice }] : [];
  },
};

function isAlongside(web: WebCommand): boolean {
  return [web.text, ...web.scripts].some((text) => PROXY.test(text)) || hasBackground(web);
}
