import { execFile } from "node:child_process";
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import type { Instance } from "./instance.ts";

export type Files = Readonly<Record<string, string>>;

export type Run = { readonly code: number; readonly output: string };

/** An app's repository, as its developer has it. */
export type Source = {
  readonly folder: string;
  /** Writes files, commits everything, gives the commit's id. */
  commit(files?: Files): Promise<string>;
  git(...args: string[]): Promise<Run>;
  /** Pushes HEAD to `main` of that app, or what the refspec says. */
  push(
    heroku: Instance,
    app: string,
    options?: { refspec?: string; password?: string; force?: boolean },
  ): Promise<Run>;
};

/** A WSGI app that needs nothing but gunicorn and shows its environment. */
export const WSGI: Files = {
  "requirements.txt": "gunicorn==23.0.0\n",
  ".python-version": "3.13\n",
  Procfile: "web: gunicorn app:app\n",
  "app.py": `
import json, os, pathlib

def app(environ, start_response):
    start_response("200 OK", [("Content-Type", "application/json")])
    body = {"path": environ["PATH_INFO"], "env": dict(os.environ), "proto": environ.get("HTTP_X_FORWARDED_PROTO")}
    if environ["PATH_INFO"] == "/write":
        pathlib.Path("written").write_text("x")
    body["files"] = sorted(os.listdir("."))
    return [json.dumps(body).encode()]
`,
};

/** A new repository with these files committed; it goes with the test, or when `atEnd` says. */
export async function source(
  files: Files,
  atEnd: (clean: () => Promise<void>) => void = onTestFinished,
): Promise<Source> {
  const folder = await mkdtemp(join(tmpdir(), "source-"));
  atEnd(() => rm(folder, { recursive: true, force: true }));
  const git = (...args: string[]) => runGit(folder, args);
  const commit = async (more: Files = {}) => {
    for (const [path, text] of Object.entries(more)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
      if (path.startsWith("bin/")) await chmod(join(folder, path), 0o755);
    }
    await git("add", "--all");
    await git("commit", "--quiet", "--allow-empty", "--message", "A change");
    return (await git("rev-parse", "HEAD")).output.trim();
  };
  await git("init", "--quiet", "--initial-branch=main");
  await commit(files);
  return {
    folder,
    commit,
    git,
    push(heroku, app, { refspec = "HEAD:refs/heads/main", password = heroku.apiKey, force = false } = {}) {
      return git(
        ...credentials(heroku, password),
        "push",
        ...(force ? ["--force"] : []),
        `${heroku.url}/${app}.git`,
        refspec,
      );
    },
  };
}

/** The arguments with which git trusts a local Heroku and signs in to it. */
export function credentials(heroku: Instance, password = heroku.apiKey): string[] {
  const helper = `!f() { echo username=me; echo password=${password}; }; f`;
  return ["-c", `http.sslCAInfo=${heroku.caFile}`, "-c", `credential.helper=${helper}`];
}

function runGit(cwd: string, args: readonly string[]): Promise<Run> {
  const env = {
    PATH: process.env.PATH,
    HOME: cwd,
    GIT_TERMINAL_PROMPT: "0",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_AUTHOR_NAME: "A",
    GIT_AUTHOR_EMAIL: "a@example.com",
    GIT_COMMITTER_NAME: "A",
    GIT_COMMITTER_EMAIL: "a@example.com",
  };
  return new Promise((resolve) => {
    execFile("git", args, { cwd, env, maxBuffer: 16 * 1024 * 1024 }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === "number" ? error.code : 255;
      resolve({ code, output: stdout + stderr });
    });
  });
}
