import { optionOf } from "../project/option-of.ts";
import { programOf } from "../project/program.ts";
import type { Project } from "../project/project.ts";
import type { WebCommand } from "../project/web-command.ts";
import { type Advice, isLoopback, UNHEARD } from "./listening.ts";

export const DEVELOPMENT =
  "Flask's development server is made for one developer: it is slow, and nothing restarts it when it hangs.";
export const PRODUCTION =
  "Write `web: gunicorn app:app` instead (the module of your app, a colon, the Flask object in it), and add gunicorn to requirements.txt.";

/** What to say of `flask run` as the web process. */
export function flaskRun({ texts }: Project, { commands }: WebCommand): Advice | undefined {
  for (const { words, variables, file, line, certain } of commands) {
    const { name, args } = programOf(words);
    const run = args.findIndex(({ text }) => text === "run");
    if (name !== "flask" || run < 0 || !certain) continue;
    const place = { file, line };
    const options = args.slice(run + 1);
    const host = optionOf(options, ["--host", "-h"]);
    const port = optionOf(options, ["--port", "-p"]);
    // `flask` takes its options from variables too; those in files are only read when python-dotenv is there.
    const isSet = (name: string) =>
      variables.has(name) || [".env", ".flaskenv"].some((file) => texts.get(file)?.includes(name));

    const isFixed = port ? port.literal && !port.text.includes("$") : !isSet("FLASK_RUN_PORT");
    if (isFixed)
      return { ...place, ...unheard(port ? "listens on a port of its own" : "listens on port 5000") };
    if (host ? isLoopback(host.text) : !isSet("FLASK_RUN_HOST")) {
      return host
        ? { ...place, ...unheard("listens on an address that only the dyno itself can reach") }
        : {
            ...place,
            ...unheard("listens on 127.0.0.1, which only the dyno itself can reach"),
            level: "warning",
          };
    }
    return {
      ...place,
      level: "warning",
      problem: `The web process is \`flask run\`. ${DEVELOPMENT}`,
      fix: PRODUCTION,
    };
  }
  return undefined;
}

function unheard(what: string): Advice {
  return {
    level: "error",
    problem: `The web process is \`flask run\`, Flask's development server, which ${what}. ${UNHEARD}`,
    fix: PRODUCTION,
  };
}
