import type { Project } from "../project/project.ts";
import { type Advice, UNHEARD } from "./listening.ts";
import { quote } from "./quote.ts";

/** Modules that serve where the app's own code says, and nowhere else. */
const SERVERS =
  /^(?:waitress|cheroot|gevent\.pywsgi|eventlet\.wsgi|tornado\.(?:httpserver|web|wsgi)|werkzeug\.serving|wsgiref\.simple_server)$/;
/** The variable itself, and modules that read it unasked, or whose settings need not be written as the variables are. */
const ASKS =
  /\b(?:PORT|gunicorn|dash|functions_framework|pydantic|pydantic_settings|dynaconf|configargparse)\b/;

/** What to say of a Python program that brings its own server and never asks for the port; silent where not all of it was read. */
export function serverInCode({ modules, web, code, contents }: Project): Advice | undefined {
  const { start, reached, perhaps, external } = modules;
  if (!web || !start?.isMain || !start.certain || code.hasUnreadable) return undefined;
  const server = external.find(({ module }) => SERVERS.test(module));
  const files = [...reached.keys(), ...perhaps.keys()].map((path) => contents.get(path)?.toString() ?? "");
  if (!server || [web.text, ...web.scripts, ...files].some((text) => ASKS.test(text))) return undefined;
  return {
    level: "warning",
    problem: `The web process brings its own server (${quote(server.module)}), and neither its command nor the code that it loads asks for PORT. ${UNHEARD}`,
    fix: 'Listen on `int(os.environ["PORT"])` and on 0.0.0.0, or let gunicorn serve the app: it listens there by itself.',
  };
}
