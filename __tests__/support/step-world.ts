import { mkdtemp, readFile, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { afterAll, beforeAll, onTestFinished } from "vitest";
import type { Cancellation } from "../../src/cancel.ts";
import { checkIds } from "../../src/checks/index.ts";
import { type LocalHeroku, startLocalHeroku } from "../../src/local-heroku/start.ts";
import { readProject } from "../../src/project/read.ts";
import { blankReport } from "../../src/report/blank.ts";
import type { Log } from "../../src/report/log.ts";
import type { Report } from "../../src/report/report.ts";
import { readSettings } from "../../src/settings.ts";
import type { Job } from "../../src/steps/step.ts";
import { connect, type World } from "../../src/world.ts";
import type { Files } from "./deploying.ts";
import { commit, repository } from "./repository.ts";

export type Scene = {
  readonly world: World;
  readonly workspace: string;
  /** What the run's log holds, the output of others included. */
  readonly lines: string[];
  readonly cancel: AbortController;
  /** What a step is given: inputs over the defaults, and what earlier steps have learned. */
  job(inputs?: Files, learned?: Partial<Report>): Promise<Job>;
  commit(files: Files): Promise<string>;
};

/** A server whose steps are quick: no package to install, and the standard library's own server. */
export const TINY_APP: Files = {
  Procfile: "web: python server.py\n",
  "requirements.txt": "\n",
  "server.py": `
import os
from http.server import BaseHTTPRequestHandler
from socketserver import TCPServer


class Page(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"up and running")


TCPServer(("0.0.0.0", int(os.environ["PORT"])), Page).serve_forever()
`,
};

/** A local Heroku in this process, for all tests of a file; its scenario is reset before each scene. */
export function stepHeroku(): {
  readonly heroku: () => LocalHeroku;
  /** `event` is the payload of the event that the run belongs to. */
  readonly scene: (name: string, files?: Files, event?: unknown) => Promise<Scene>;
} {
  let heroku: LocalHeroku | undefined;
  beforeAll(async () => {
    heroku = await startLocalHeroku({ bootLimitMs: 5_000 });
    setDefaultCACertificates([...getCACertificates("default"), await readFile(heroku.caFile, "utf8")]);
    process.env.GIT_SSL_CAINFO = heroku.caFile;
  }, 60_000);
  afterAll(() => heroku?.stop());
  const started = () => {
    if (!heroku) throw new Error("the local Heroku is not started yet");
    return heroku;
  };
  return {
    heroku: started,
    scene: (name, files = TINY_APP, event = {}) => makeScene(name, files, event, started()),
  };
}

async function makeScene(app: string, files: Files, event: unknown, heroku: LocalHeroku): Promise<Scene> {
  for (const circumstance of Object.keys(heroku.scenario))
    delete heroku.scenario[circumstance as keyof typeof heroku.scenario];
  const folder = await realpath(await mkdtemp(join(tmpdir(), "step-test-")));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const workspace = join(folder, "workspace");
  await repository(workspace, files);

  const lines: string[] = [];
  const settings = (inputs: Files) => {
    const given: Files = {
      app,
      python: "off",
      "heroku-host": heroku.url,
      "heroku-api-key": heroku.apiKey,
      ...inputs,
    };
    return readSettings(
      (name) => given[name] ?? "",
      {
        GITHUB_WORKSPACE: workspace,
        RUNNER_TEMP: folder,
        GITHUB_REPOSITORY: "octo/flaskr",
        PIP_NO_INDEX: "1",
      },
      event,
      checkIds,
    );
  };
  const cancel = new AbortController();
  const cancellation: Cancellation = { signal: cancel.signal, grace: new AbortController().signal };
  const world = await connect(settings({}), { log: listeningLog(lines), cancellation, note: () => {} });
  onTestFinished(() => world.close());
  return {
    world,
    workspace,
    lines,
    cancel,
    commit: (more) => commit(workspace, more),
    async job(inputs = {}, learned = {}) {
      const asked = settings(inputs);
      const project = await readProject(world.git, { ...asked, temp: world.temp });
      return {
        settings: asked,
        project,
        report: { ...blankReport("deploy"), commit: project.commit, ...learned },
      };
    },
  };
}

function listeningLog(lines: string[]): Log {
  const listen = (line: string) => void lines.push(line);
  return {
    group: (_title, body) => body(),
    info: listen,
    foreign: listen,
    tail: () => [],
    notice: listen,
    warning: listen,
    annotate(findings) {
      for (const { problem } of findings) listen(problem);
    },
    secret: () => {},
    redact: (text) => text,
  };
}
