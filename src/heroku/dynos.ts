import { type Api, appPath } from "./api.ts";
import { answered } from "./api-error.ts";
import { fields, list, nestedNumber, optionalText, text } from "./shape.ts";

export type Dyno = {
  readonly name: string;
  readonly type: string;
  /** `starting`, `up`, `idle`, `crashed` or `down`. */
  readonly state: string;
  readonly command: string;
  /** Version of the release that it runs, null when Heroku names none. */
  readonly release: number | null;
  /** Where an attached dyno speaks rendezvous. A secret: who has it holds the dyno's input. */
  readonly attachUrl: string | null;
};

export type OneOff = {
  readonly command: string;
  readonly env: Readonly<Record<string, string>>;
  /** Seconds after which Heroku ends it, whatever became of us. */
  readonly timeToLive: number;
};

/** The dynos of an app. */
export async function listDynos(api: Api, app: string): Promise<Dyno[]> {
  return list(await api.send({ method: "GET", path: appPath(app, "dynos") }), "dynos").map(parse);
}

/**
 * Starts an attached one-off dyno without a terminal. The rendezvous address of a dyno cannot be read again,
 * so one that an unclear answer may have started is stopped before the request is sent again: the command
 * must be one of a kind (a random comment at its end will do).
 */
export function startOneOff(api: Api, app: string, dyno: OneOff): Promise<Dyno> {
  const body = {
    command: dyno.command,
    env: dyno.env,
    attach: true,
    force_no_tty: true,
    time_to_live: dyno.timeToLive,
  };
  return api.create({ method: "POST", path: appPath(app, "dynos"), body }, parse, async () => {
    const started = (await listDynos(api, app)).filter((one) => one.command === dyno.command);
    for (const { name } of started) await stopDyno(api, app, name);
    return undefined;
  });
}

/** Whether a dyno is still there. */
export async function dynoExists(api: Api, app: string, name: string): Promise<boolean> {
  try {
    await api.send({ method: "GET", path: appPath(app, "dynos", name) });
    return true;
  } catch (error) {
    if (answered(error, 404)) return false;
    throw error;
  }
}

/** Stops a dyno; one that is gone already is fine. */
export async function stopDyno(api: Api, app: string, name: string): Promise<void> {
  try {
    await api.send({ method: "POST", path: appPath(app, "dynos", name, "actions", "stop") });
  } catch (error) {
    if (!answered(error, 404)) throw error;
  }
}

/** Restarts a dyno of the formation: Heroku ends it and starts another of its name. One that is gone already is fine. */
export async function restartDyno(api: Api, app: string, name: string): Promise<void> {
  try {
    await api.send({ method: "DELETE", path: appPath(app, "dynos", name) });
  } catch (error) {
    if (!answered(error, 404)) throw error;
  }
}

function parse(answer: unknown): Dyno {
  const dyno = fields(answer, "dyno");
  return {
    name: text(dyno, "name"),
    type: text(dyno, "type"),
    state: text(dyno, "state"),
    command: text(dyno, "command"),
    release: nestedNumber(dyno, "release", "version"),
    attachUrl: optionalText(dyno, "attach_url"),
  };
}
