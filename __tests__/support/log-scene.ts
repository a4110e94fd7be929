import { actionLog } from "../../src/report/log.ts";

/** What log.test.ts runs in a process of its own: standard output is then what the runner would read. */
const scenes: Record<string, () => Promise<void>> = {
  async foreign() {
    const log = actionLog();
    await log.group("Push ::error::x", async () => {
      log.info("ours ##[add-mask]x");
      log.foreign("::set-output name=result::deployed");
      log.foreign("remote: ##[error]x\r::add-mask::e");
      log.secret("s3cr3t-of-mine");
      log.foreign("the value s3cr3t-of-mine\n::error::y");
      log.warning("a warning\n::error::z with s3cr3t-of-mine");
      log.foreign("last");
    });
    log.foreign("after the group");
    log.notice("done");
  },
  async throwing() {
    const log = actionLog();
    const failed = log.group("Fails", async () => {
      log.foreign("some output");
      throw new Error("stop");
    });
    await failed.catch((error: Error) => log.warning(error.message));
  },
  async annotations() {
    const log = actionLog();
    const warning = {
      check: "web-target",
      level: "warning",
      file: "a,b:c.py",
      problem: "No `app`.",
      fix: "Add it.",
      page: "https://example.com/p.md",
    } as const;
    const error = { ...warning, level: "error", file: null, line: null } as const;
    const lines = Array.from({ length: 30 }, (_, index) => index + 1);
    log.annotate([...lines.map((line) => ({ ...warning, line })), ...lines.map(() => error)], "back/end");
    log.warning("The last word.");
  },
};

await scenes[process.argv[2] ?? ""]?.();
