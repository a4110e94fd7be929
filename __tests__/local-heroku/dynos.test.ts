import { setTimeout as sleep } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { GUNICORN_HOST } from "../../src/local-heroku/dynos/reach.ts";
import { alive } from "./support/alive.ts";
import { localHeroku } from "./support/instance.ts";
import { type Files, source, WSGI } from "./support/source.ts";
import { stream } from "./support/stream.ts";
import { until, visit } from "./support/visit.ts";

vi.setConfig({ testTimeout: 60_000 });

const heroku = await localHeroku({ killAfterMs: 500 });
/** For what is about its limits alone. */
const hasty = await localHeroku({ bootLimitMs: 1_000, queueLimitMs: 600 });
const impatient = await localHeroku({ coolOffMs: 1_000, requestLimitMs: 500, killAfterMs: 300 });
const { api } = heroku;
let number = 0;

async function deployed(
  files: Files,
  vars: Record<string, string> = {},
  { api, ...to } = heroku,
): Promise<{ name: string; url: string }> {
  const name = `dyno-${++number}`;
  const url = String((await api("POST", "/apps", { body: { name } })).get("web_url"));
  await api("PATCH", `/apps/${name}/config-vars`, { body: vars });
  const { code, output } = await (await source(files)).push({ api, ...to }, name);
  expect(code, output).toBe(0);
  return { name, url };
}

async function logs(name: string, of = heroku): Promise<string> {
  const session = await of.api("POST", `/apps/${name}/log-sessions`, { body: { lines: 500 } });
  const read = await stream(of, String(session.get("logplex_url")));
  await read.ended;
  return read.text();
}

test("a dyno sees Heroku's environment and the config vars, and nothing of this machine's", async () => {
  process.env.SECRET_OF_THIS_MACHINE = "secret";
  const { name, url } = await deployed(WSGI, { WEB_CONCURRENCY: "1", GREETING: "hello" });
  const { env } = (await visit(url)).json;
  expect(env).toMatchObject({
    GREETING: "hello",
    DYNO: "web.1",
    PORT: expect.stringMatching(/^\d+$/),
    WEB_CONCURRENCY: "1",
    WEB_CONCURRENCY_SET_BY: "heroku/python",
    PYTHONUNBUFFERED: "true",
    FORWARDED_ALLOW_IPS: "*",
    GUNICORN_CMD_ARGS: expect.stringContaining("--access-logfile -"),
    PATH: expect.stringMatching(/^\/.*\/venvs\/[0-9a-f-]+\/bin:/),
    HOME: expect.stringMatching(/\/app$/),
    DYNO_RAM: "512",
  });
  const known =
    /^(GREETING|DYNO|DYNO_RAM|PORT|WEB_CONCURRENCY|WEB_CONCURRENCY_SET_BY|PYTHON.*|FORWARDED_ALLOW_IPS|GUNICORN_.*|PATH|HOME|LANG|LD_LIBRARY_PATH|PWD|SHLVL|_|SERVER_SOFTWARE|LC_CTYPE|LOCAL_HEROKU_PROCESS)$/;
  expect(Object.keys(env ?? {}).filter((variable) => !known.test(variable))).toEqual([]);
  expect((await api("GET", `/apps/${name}/dynos`)).body).toMatchObject([{ name: "web.1", state: "up" }]);
});

test("requests look like Heroku's: https in front, one id each", async () => {
  const { url } = await deployed(WSGI);
  expect((await visit(url)).json.proto).toBe("https");
});

test("an app that redirects to its own address, https for it, is followed", async () => {
  const { url } = await deployed({
    ...WSGI,
    "app.py": `
def app(environ, start_response):
    if environ["PATH_INFO"].endswith("/"):
        start_response("200 OK", [("Content-Type", "text/plain")])
        return [b"arrived"]
    own = environ["wsgi.url_scheme"] + "://" + environ["HTTP_HOST"]
    start_response("308 Permanent Redirect", [("Location", own + environ["PATH_INFO"] + "/")])
    return [own.encode()]
`,
  });
  expect(await visit(url, "/about")).toMatchObject({ status: 200, text: "arrived" });
});

test("what a dyno writes is gone with it", async () => {
  const { name, url } = await deployed(WSGI);
  expect((await visit(url, "/write")).json.files).toContain("written");
  await api("DELETE", `/apps/${name}/dynos`);
  expect((await visit(url)).json.files).not.toContain("written");
});

test("a request waits for a dyno that is booting", async () => {
  const { name, url } = await deployed({ ...WSGI, Procfile: "web: sleep 0.3; exec gunicorn app:app\n" });
  await api("DELETE", `/apps/${name}/dynos/web.1`);
  expect((await visit(url)).status).toBe(200);
});

test.for([
  ["a web process that crashes", { Procfile: "web: exit 3\n" }, "H10"],
  ["no web process", { Procfile: "worker: sleep 100\n" }, "H14"],
  ["no Procfile", { Procfile: "" }, "H14"],
] as const)("%s answers 503", async ([, files, code]) => {
  const { name, url } = await deployed({ ...WSGI, ...files });
  const page = await visit(url);
  expect(page.status).toBe(503);
  expect(page.text).toContain("Application error");
  expect(page.text).toContain(`code=${code}`);
  expect(await logs(name)).toContain(`at=error code=${code}`);
});

test("an app without code answers 503, and so does one in maintenance", async () => {
  const created = await api("POST", "/apps", { body: { name: "blank" } });
  expect((await visit(created.get("web_url"))).text).toContain("code=H81");
  await api("PATCH", "/apps/blank", { body: { maintenance: true } });
  expect((await visit(created.get("web_url"))).text).toContain("code=H80");
});

test("a web process that does not bind its port is H20 at first, and then killed with R10", async () => {
  const { name, url } = await deployed({ ...WSGI, Procfile: "web: sleep 100\n" }, {}, hasty);
  expect((await visit(url)).text).toContain("code=H20");
  await until(async () => (await hasty.api("GET", `/apps/${name}/dynos`)).get(0, "state") === "crashed");
  expect(await logs(name, hasty)).toContain("Error R10 (Boot timeout)");
  // It is tried again at once, and while it boots it is H20 again.
  await until(async () => (await visit(url)).text.includes("code=H10"));
});

// Elsewhere nobody says where a process listens.
test.runIf(process.platform === "linux")(
  "a web process that listens on 127.0.0.1 alone is R10, as on Heroku, and long before the minute is over",
  async () => {
    const { name, url } = await deployed({
      ...WSGI,
      Procfile: "web: gunicorn --bind 127.0.0.1:$PORT app:app\n",
    });
    const failed = until(async () => (await visit(url)).text.includes("code=H10"));
    await until(async () => (await logs(name)).includes("It listens on 127.0.0.1 alone"));
    expect(await logs(name)).toContain("Error R10 (Boot timeout)");
    await failed;
  },
);

test.for([
  ["its command's folder", "cd backend && gunicorn app:app", "backend/gunicorn.conf.py"],
  ["a start script", "sh start.sh", "deploy/settings.py"],
] as const)("where %s tells gunicorn to listen, there it does", async ([, command, config]) => {
  const start = "exec gunicorn -cdeploy/settings.py app:app\n";
  const files = {
    "start.sh": start,
    "backend/app.py": WSGI["app.py"] ?? "",
    [config]: 'bind = "unix:web.sock"\n',
  };
  const { name } = await deployed({ ...WSGI, ...files, Procfile: `web: ${command}\n` }, {}, hasty);
  await until(async () => (await logs(name, hasty)).includes("Error R10 (Boot timeout)"));
});

test("a dyno that crashes is tried again, at once and then after a while, in a fresh copy", async () => {
  const command = "ls left-behind; touch left-behind; exit 3";
  const { name } = await deployed({ ...WSGI, Procfile: `web: ${command}\n` }, {}, impatient);
  const text = await until(async () => {
    const found = await logs(name, impatient);
    return found.split("Starting process with command").length > 3 ? found : undefined;
  });
  expect(text).toContain("heroku[web.1]: State changed from crashed to starting");
  expect(text).not.toContain("app[web.1]: left-behind");
  const times = [...text.matchAll(/data: (\S+) heroku\[web\.1\]: (Starting|Process exited)/g)].map(
    ([, time]) => {
      return Date.parse(String(time));
    },
  );
  const [, firstEnd = 0, secondStart = 0, secondEnd = 0, thirdStart = 0] = times;
  expect(secondStart - firstEnd).toBeLessThan(thirdStart - secondEnd);
  expect(thirdStart - secondEnd).toBeGreaterThanOrEqual(1_000);
});

test.for([
  ["does not answer", "time.sleep(30)", "H12"],
  ["hangs up", "os.kill(os.getppid(), 9); os._exit(1)", "H13"],
] as const)("a dyno that %s", async ([, python, code]) => {
  const app = `import os, time\n\ndef app(environ, start_response):\n    ${python}\n`;
  const { name, url } = await deployed({ ...WSGI, "app.py": app }, {}, impatient);
  expect(await visit(url)).toMatchObject({ status: 503, text: expect.stringContaining(`code=${code}`) });
  expect(await logs(name, impatient)).toContain(`at=error code=${code}`);
});

test("a dyno whose answer is none, though it looks like one", async () => {
  const app = `
import os, socket

# Where the local Heroku hears it, and the network does not.
server = socket.create_server(("${GUNICORN_HOST}", int(os.environ["PORT"])))
while True:
    connection, _ = server.accept()
    asked = connection.recv(65536)
    status = b"000 Nothing" if b"GET /status" in asked else b"200 a\\x01b"
    connection.sendall(b"HTTP/1.1 " + status + b"\\r\\nContent-Length: 0\\r\\n\\r\\n")
    connection.close()
`;
  const { url } = await deployed({ ...WSGI, Procfile: "web: python app.py\n", "app.py": app });
  for (const path of ["/status", "/reason"])
    expect(await visit(url, path)).toMatchObject({ status: 503, text: expect.stringContaining("code=H13") });
});

test("a dyno's shell reads the app's .profile and .profile.d", async () => {
  const { url } = await deployed({
    ...WSGI,
    Procfile: "web: gunicorn app:app\n",
    ".profile": "export FIRST=one\n",
    ".profile.d/more.sh": 'export SECOND="$FIRST and two"\n',
  });
  expect((await visit(url)).json.env).toMatchObject({ FIRST: "one", SECOND: "one and two" });
});

test("a gunicorn whose worker does not boot is a crash, though its port was open", async () => {
  const { name, url } = await deployed({ ...WSGI, "app.py": "raise RuntimeError('no luck')\n" });
  await until(async () => (await visit(url)).text.includes("code=H10"));
  // It is tried again at once, and crashes again.
  await until(async () => (await api("GET", `/apps/${name}/dynos`)).get(0, "state") === "crashed");
  expect(await logs(name)).toContain("app[web.1]: RuntimeError: no luck");
});

test("a dyno that ignores SIGTERM gets SIGKILL, with what it started", async () => {
  const script = `trap "" TERM; (trap "" TERM; exec sleep 301) & echo "pids $$ $!"; while :; do sleep 0.1; done`;
  const { name } = await deployed({
    ...WSGI,
    Procfile: `web: gunicorn app:app\nworker: bash stubborn.sh\n`,
    "stubborn.sh": script,
  });
  await api("PATCH", `/apps/${name}/formation`, { body: { updates: [{ type: "worker", quantity: "+1" }] } });
  const pids = await until(async () =>
    /pids (\d+) (\d+)/
      .exec(await logs(name))
      ?.slice(1)
      .map(Number),
  );
  await api("PATCH", `/apps/${name}/formation/worker`, { body: { quantity: 0 } });
  await until(async () => (await alive(pids)).length === 0);
  expect((await api("GET", `/apps/${name}/dynos`)).body).toMatchObject([{ name: "web.1" }]);
  await until(async () => (await logs(name)).includes("heroku[worker.1]: Error R12 (Exit timeout)"));
});

test("scaling", async () => {
  const { name, url } = await deployed(WSGI);
  const path = `/apps/${name}/formation`;
  await api("PATCH", path, { body: { updates: [{ type: "web", quantity: "0" }] } });
  expect((await visit(url)).text).toContain("code=H14");
  await api("PATCH", path, { body: { updates: [{ type: "web", quantity: "+1", size: "basic" }] } });
  expect((await visit(url)).status).toBe(200);
  expect(
    (await api("PATCH", path, { body: { updates: [{ type: "web", quantity: "2" }] } })).body,
  ).toMatchObject({
    id: "cannot_run_above_limit",
    limit: 1,
    size: "Basic",
  });
  const body = { updates: [{ type: "web", quantity: "2", size: "standard-1X" }] };
  expect((await api("PATCH", path, { body })).body).toMatchObject([{ quantity: 2, size: "Standard-1X" }]);
  await until(async () => (await api("GET", `/apps/${name}/dynos/web.2`)).get("state") === "up");
  expect(await api("PATCH", path, { body: { updates: [{ type: "clock", quantity: 1 }] } })).toMatchObject({
    status: 404,
    body: { id: "not_found", message: "Couldn't find that process type (clock)." },
  });
});

test("stopping a dyno brings a new one", async () => {
  const { name, url } = await deployed(WSGI);
  const before = (await api("GET", `/apps/${name}/dynos/web.1`)).get("id");
  expect((await api("POST", `/apps/${name}/dynos/web.1/actions/stop`)).status).toBe(202);
  expect((await visit(url)).status).toBe(200);
  expect((await api("GET", `/apps/${name}/dynos/web.1`)).get("id")).not.toBe(before);
  expect((await api("POST", `/apps/${name}/formations/web/actions/stop`)).status).toBe(202);
  expect((await api("POST", `/apps/${name}/formations/clock/actions/stop`)).status).toBe(404);
});

test("logs have every source, and sessions choose", async () => {
  const { name, url } = await deployed({ ...WSGI, Procfile: "web: gunicorn app:app --log-level debug\n" });
  await visit(url, "/seen");
  const all = await until(async () => {
    const text = await logs(name);
    return text.includes('"GET /seen') && text.includes('path="/seen"') ? text : undefined;
  });
  expect(all).toMatch(
    /^id: \d+\ndata: \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00 app\[api\]: Release v1 created/m,
  );
  expect(all).toContain("app[api]: Build succeeded");
  expect(all).toContain("heroku[web.1]: State changed from starting to up");
  const session = await api("POST", `/apps/${name}/log-sessions`, { body: { dyno: "web", source: "app" } });
  const read = await stream(heroku, String(session.get("logplex_url")));
  await read.ended;
  expect(read.contentType).toBe("text/event-stream");
  const sources = read.text().match(/\+00:00 \S+:/g) ?? [];
  expect(new Set(sources)).toEqual(new Set(["+00:00 app[web.1]:"]));
});

test("a session that tails goes on", async () => {
  const { name, url } = await deployed(WSGI);
  await visit(url);
  const session = await api("POST", `/apps/${name}/log-sessions`, { body: { lines: 1, tail: true } });
  const tail = await stream(heroku, String(session.get("logplex_url")));
  await sleep(50);
  await visit(url, "/later");
  await tail.until("/later");
  tail.close();
});
