import { randomInt } from "node:crypto";
import type { Platform } from "../platform.ts";
import type { Exit, Group } from "../processes.ts";
import type { App } from "../state/app.ts";
import type { Dyno } from "../state/dyno.ts";
import type { Release } from "../state/release.ts";
import type { Slug } from "../state/slug.ts";
import { addDyno, changeState, logOutput, removeDyno, startProcess } from "./dyno.ts";

export type OneOff = {
  readonly command: string;
  readonly type: string;
  readonly size: string;
  readonly env: Readonly<Record<string, string>>;
  /** True waits for a client on the rendezvous; false writes into the app's log. */
  readonly attach: boolean;
  /** Seconds until it is killed, undefined for no limit. */
  readonly timeToLive: number | undefined;
};

/** Starts a one-off dyno of a release: at once, or as soon as its client attaches. */
export function startOneOff(platform: Platform, app: App, release: Release, slug: Slug, wish: OneOff): Dyno {
  const { type, size } = wish;
  const dyno = addDyno(platform, app, {
    name: freeName(app, type),
    type,
    scheduled: false,
    size,
    release,
    command: expand(slug, wish),
  });
  const { env } = wish;
  const expiry = wish.timeToLive === undefined ? undefined : setTimeout(expire, wish.timeToLive * 1000);
  function expire() {
    dyno.stopping = true;
    removeDyno(app, dyno);
    dyno.group?.signal("SIGKILL");
  }
  const over = (exit: Exit) => {
    clearTimeout(expiry);
    app.logs.add("heroku", dyno.name, `Process exited with status ${exit.code ?? 137}`);
    changeState(app, dyno, "complete");
    removeDyno(app, dyno);
  };
  const start = async (stdin: boolean): Promise<Group | undefined> => {
    const group = await startProcess(platform, app, dyno, slug, { env, stdin });
    if (!group) return undefined;
    changeState(app, dyno, "up");
    void group.ended.then(over);
    return group;
  };
  if (wish.attach) {
    dyno.attachUrl = platform.rendezvous.expect({
      start: () => start(true),
      late: () => {
        const words = "Error R13 (Attach error) -> Failed to attach to process";
        app.logs.add("heroku", dyno.name, words);
        clearTimeout(expiry);
        void dyno.stop();
      },
    });
  } else {
    void start(false)
      .then((group) => group && logOutput(app, dyno, group))
      .catch((error) => platform.log(`${app.name} ${dyno.name}: ${error}`));
  }
  return dyno;
}

/** A command whose first word is a process type is that type's command, followed by the rest. */
function expand({ processTypes }: Slug, { command }: OneOff): string {
  const [first = "", ...rest] = command.split(" ");
  const known = processTypes.get(first);
  return known === undefined ? command : [known, ...rest].join(" ");
}

/** `run.1234`: Heroku numbers them at random. */
export function freeName({ dynos }: App, type: string): string {
  for (;;) {
    const name = `${type}.${randomInt(1000, 9999)}`;
    if (!dynos.some((dyno) => dyno.name === name)) return name;
  }
}
