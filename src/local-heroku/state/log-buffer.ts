/** One line of an app's log: who wrote it (`app` or `heroku`), as what (`web.1`, `router`, `api`), and what. */
export type LogLine = {
  readonly time: Date;
  readonly source: "app" | "heroku";
  readonly dyno: string;
  readonly text: string;
};

/** The last lines that an app, its dynos, the router and its builds wrote. */
export type LogBuffer = {
  add(source: LogLine["source"], dyno: string, text: string): void;
  lines(): readonly LogLine[];
  /** Calls `onLine` with each new line until the function it returns is called. */
  follow(onLine: (line: LogLine) => void): () => void;
};

/** Heroku keeps 1,500 lines of an app. */
const KEPT = 1500;

/** An empty log. */
export function createLogBuffer(): LogBuffer {
  const kept: LogLine[] = [];
  const followers = new Set<(line: LogLine) => void>();
  return {
    add(source, dyno, text) {
      const line = { time: new Date(), source, dyno, text };
      kept.push(line);
      if (kept.length > KEPT) kept.shift();
      for (const follower of followers) follower(line);
    },
    lines: () => kept,
    follow(onLine) {
      followers.add(onLine);
      return () => followers.delete(onLine);
    },
  };
}

/** A line as logplex writes it: `2026-11-23T08:04:48.298000+00:00 app[web.1]: text`. */
export function formatLogLine({ time, source, dyno, text }: LogLine): string {
  return `${time.toISOString().replace("Z", "000+00:00")} ${source}[${dyno}]: ${text}`;
}
