import { BuildFailed } from "../build/build-failed.ts";
import { buildSlug } from "../build/build-slug.ts";
import { addBuild, endBuild, pendingBuilds } from "../nouns/builds.ts";
import { addRelease } from "../nouns/releases.ts";
import type { Platform } from "../platform.ts";
import type { App } from "../state/app.ts";
import type { Build } from "../state/build.ts";
import type { HookCall, HookHandler, RefUpdate } from "./hook-server.ts";
import { runGit } from "./run-git.ts";

const BRANCHES = ["refs/heads/main", "refs/heads/master"];
const NOTHING = /^0+$/;
const DEFAULT_CONCURRENT_BUILDS = 10;

/** One push: the hooks call `handler`; `abandon` ends the build of a push that was broken off. */
export type Push = { readonly handler: HookHandler; abandon(): void };

/**
 * What a push does: the build runs in pre-receive, where it can still refuse the push; the release is made in
 * post-receive, when git has accepted it. Only main and master are built.
 */
export function receivePush(platform: Platform, app: App): Push {
  let build: Build | undefined;
  return {
    async handler(call) {
      if (call.name === "post-receive") {
        if (build?.slug && call.updates.some(({ after }) => after === build?.commit)) {
          await release(platform, app, build, call.write);
        }
        return 0;
      }
      const deploy = call.updates.find(({ ref }) => BRANCHES.includes(ref));
      const refusal = await refuse(platform, app, deploy, call);
      if (refusal !== undefined || !deploy) return refusal ?? 0;
      build = addBuild(platform, app, deploy.after);
      return await compile(platform, app, build, call);
    },
    abandon() {
      if (build) endBuild(app, build, "failed");
    },
  };
}

/** The exit status of a hook that has nothing to build, undefined when there is something to build. */
async function refuse(platform: Platform, app: App, deploy: RefUpdate | undefined, { write, env }: HookCall) {
  if (!deploy) {
    write("Pushed to branch other than [main, master], skipping build.\n");
    return 0;
  }
  if (NOTHING.test(deploy.after)) {
    write(`!\tPush rejected, the branch ${deploy.ref.replace("refs/heads/", "")} cannot be deleted.\n`);
    return 1;
  }
  // Hooks run before git itself refuses a shallow push; this lets it do so, with nothing built.
  const complete = await runGit(
    platform,
    app.repository,
    ["rev-list", "--quiet", deploy.after, "--not", "--all"],
    env,
  );
  if (complete.code !== 0) {
    write("!\tPush rejected, source repository is a shallow clone.\n");
    write("!\tUnshallow it with `git fetch --all --unshallow` and try pushing again.\n");
    return 0;
  }
  if (pendingBuilds(platform) >= (platform.scenario.concurrentBuilds ?? DEFAULT_CONCURRENT_BUILDS)) {
    write("!\tYour account has reached its concurrent builds limit\n");
    return 1;
  }
  return undefined;
}

async function compile(platform: Platform, app: App, build: Build, call: HookCall): Promise<number> {
  const write = (text: string) => {
    call.write(text);
    build.output.write(text);
  };
  const line = (text = "") => write(`${text}\n`);
  const again = app.builds.some(({ commit, status }) => commit === build.commit && status === "failed");
  try {
    build.slug = await buildSlug(platform, app, build, { line, env: call.env, signal: call.signal });
    app.slugs.set(build.slug.id, build.slug);
    return 0;
  } catch (error) {
    if (!(error instanceof BuildFailed))
      platform.log(`${app.name} build: ${error instanceof Error ? error.stack : error}`);
    if (error instanceof BuildFailed && error.end) platform.tell({ kind: "end", end: error.end });
    const lines =
      error instanceof BuildFailed ? error.lines : ["Push rejected, an unexpected error happened."];
    for (const text of lines) line(` !     ${text}`.trimEnd());
    line();
    line(" !     Push failed");
    if (again) for (const text of sameCommit(build.commit)) line(` !     ${text}`.trimEnd());
    line("Verifying deploy...");
    line();
    line(`!\tPush rejected to ${app.name}.`);
    line();
    endBuild(app, build, "failed");
    return 1;
  }
}

async function release(
  platform: Platform,
  app: App,
  build: Build,
  write: (text: string) => void,
): Promise<void> {
  const say = (text = "") => {
    write(`${text}\n`);
    build.output.write(`${text}\n`);
  };
  const { slug, commit } = build;
  say("-----> Launching...");
  const made = addRelease(platform, app, { description: `Deploy ${commit.slice(0, 8)}`, slug, phase: true });
  if (made.output) {
    say(
      " !     Release command declared: this new release will not be available until the command succeeds.",
    );
  }
  say(`       Released v${made.version}`);
  say(`       ${app.router.url} deployed to Heroku`);
  say();
  build.release = made;
  endBuild(app, build, "succeeded");
  write("Verifying deploy... done.\n");
  if (!made.output) return;
  write("Running release command...\n\n");
  await made.output.read(write);
  await made.finished;
  write(`Waiting for release.... ${made.status === "succeeded" ? "done" : "failed"}.\n`);
}

function sameCommit(commit: string): string[] {
  return [
    "",
    `## Warning - The same version of this code has already been built: ${commit}`,
    "",
    `We have detected that you have triggered a build from source code with version ${commit}`,
    "at least twice. One common cause of this behavior is attempting to deploy code from a different branch.",
    "",
    "If you are developing on a branch and deploying via git you must run:",
    "",
    "    git push heroku <branchname>:main",
    "",
  ];
}
