import { chmod, copyFile, cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { commit, folder, git, repository } from "../support/repository.ts";
import { opened } from "./opened.ts";
import { gitServer, KEY, pushed } from "./pushing.ts";
import { type Trap, trap } from "./trap.ts";

type Scene = Trap & {
  readonly workspace: string;
  readonly url: string;
  readonly keyUrl: string;
  readonly origin: string;
};

/** A thing that someone planted, and the plain git command that falls for it, which shows that the test can fail. */
type Plant = readonly [
  name: string,
  plant: (scene: Scene) => Promise<unknown>,
  victim: (scene: Scene) => readonly string[],
];

const config = (name: string, value: (scene: Scene) => string) => (scene: Scene) =>
  git(scene.workspace, "config", name, value(scene));

const hook = (name: string, folder: string) => async (scene: Scene) => {
  const file = join(scene.workspace, folder, name);
  await mkdir(dirname(file), { recursive: true });
  await copyFile(scene.program, file);
  await chmod(file, 0o755);
};

const all =
  (...plants: readonly ((scene: Scene) => Promise<unknown>)[]) =>
  async (scene: Scene) => {
    for (const plant of plants) await plant(scene);
  };

const push = ({ keyUrl }: Scene) => ["push", keyUrl, "HEAD:refs/heads/victim"];
const pushWithoutKey = ({ url }: Scene) => ["push", url, "HEAD:refs/heads/victim"];
const fetch = () => ["fetch", "origin"];
const elsewhere = ({ server }: Scene) => server.url("");
const heroku = ({ url }: Scene) => url.replace("app.git", "");
const command = ({ program }: Scene) => `!${program}`;
const program = ({ program }: Scene) => program;
const ext = ({ program }: Scene) => `ext::${program} %S`;
const anyExt = config("protocol.ext.allow", () => "always");

const PLANTS: readonly Plant[] = [
  ["a pre-push hook", hook("pre-push", ".git/hooks"), push],
  [
    "a reference-transaction hook",
    hook("reference-transaction", ".git/hooks"),
    () => ["update-ref", "refs/x/y", "HEAD"],
  ],
  [
    "core.hooksPath",
    all(
      hook("pre-push", "hooks"),
      config("core.hooksPath", () => "hooks"),
    ),
    push,
  ],
  ["core.fsmonitor", config("core.fsmonitor", program), () => ["status"]],
  ["url.insteadOf", (scene) => config(`url.${elsewhere(scene)}.insteadOf`, heroku)(scene), pushWithoutKey],
  [
    "url.pushInsteadOf",
    (scene) => config(`url.${elsewhere(scene)}.pushInsteadOf`, heroku)(scene),
    pushWithoutKey,
  ],
  [
    "url.insteadOf to ext::",
    all(anyExt, (scene) => config(`url.${ext(scene)} .insteadOf`, heroku)(scene)),
    pushWithoutKey,
  ],
  [
    "url.insteadOf to git:// with core.gitProxy",
    all(config("core.gitProxy", program), (scene) => config("url.git://127.0.0.1/.insteadOf", heroku)(scene)),
    pushWithoutKey,
  ],
  [
    "url.insteadOf to ssh:// with core.sshCommand",
    all(config("core.sshCommand", program), (scene) =>
      config("url.ssh://127.0.0.1/.insteadOf", heroku)(scene),
    ),
    pushWithoutKey,
  ],
  ["http.proxy", config("http.proxy", elsewhere), push],
  ["http.URL.proxy", (scene) => config(`http.${heroku(scene)}.proxy`, elsewhere)(scene), push],
  [
    "include.path",
    all(
      (scene) => git(scene.workspace, "config", "--file", ".git/more", "http.proxy", elsewhere(scene)),
      config("include.path", () => "more"),
    ),
    push,
  ],
  [
    "includeIf",
    all(
      (scene) =>
        git(
          scene.workspace,
          "config",
          "--file",
          ".git/more",
          `url.${elsewhere(scene)}.insteadOf`,
          heroku(scene),
        ),
      config("includeIf.gitdir:**.path", () => "more"),
    ),
    pushWithoutKey,
  ],
  ["credential.helper", config("credential.helper", command), pushWithoutKey],
  [
    "credential.URL.helper",
    (scene) => config(`credential.${heroku(scene)}.helper`, command)(scene),
    pushWithoutKey,
  ],
  ["core.askPass", config("core.askPass", program), pushWithoutKey],
  [
    "push.gpgSign",
    all(
      config("gpg.program", program),
      config("commit.gpgSign", () => "true"),
    ),
    () => ["commit", "--allow-empty", "-m", "x"],
  ],
  ["an origin that runs a program", all(anyExt, config("remote.origin.url", ext)), fetch],
  ["remote.origin.uploadpack", config("remote.origin.uploadpack", program), fetch],
  [
    "remote.origin.vcs",
    all(
      anyExt,
      config("remote.origin.vcs", () => "ext"),
      config("remote.origin.url", ({ program }) => program),
    ),
    fetch,
  ],
  [
    "an origin over ssh",
    all(
      config("core.sshCommand", program),
      config("remote.origin.url", () => "ssh://127.0.0.1/x"),
    ),
    fetch,
  ],
  [
    "a promisor remote and a missing object",
    all(
      anyExt,
      config("core.repositoryFormatVersion", () => "1"),
      config("extensions.partialClone", () => "evil"),
      config("remote.evil.promisor", () => "true"),
      config("remote.evil.url", ext),
    ),
    () => ["cat-file", "-p", "f".repeat(40)],
  ],
  [
    "core.alternateRefsCommand",
    all(config("core.alternateRefsCommand", program), ({ workspace, origin }) =>
      writeFile(join(workspace, ".git/objects/info/alternates"), `${origin}/.git/objects\n`),
    ),
    fetch,
  ],
  [
    "a filter",
    all(
      ({ workspace }) => writeFile(join(workspace, ".git/info/attributes"), "* filter=evil\n"),
      config("filter.evil.clean", program),
      config("filter.evil.smudge", program),
      config("filter.evil.process", program),
    ),
    () => ["checkout", "HEAD~0", "--force", "--", "."],
  ],
  ["diff.external", config("diff.external", program), () => ["diff", "HEAD"]],
];

test.for(PLANTS)("%s runs nothing, and is shown nothing", { timeout: 30_000 }, async ([, plant, victim]) => {
  const catcher = await trap();
  const origin = join(await folder(), "origin");
  await repository(origin, { Procfile: "web: old\n" });
  await commit(origin, { Procfile: "web: gunicorn app:app\n", "web/app.py": "x" });
  const workspace = join(await folder(), "workspace");
  await git(origin, "clone", "--quiet", "--depth=1", `file://${origin}`, workspace);
  await commit(workspace, { local: "x" });
  await writeFile(join(workspace, "local"), "changed");
  const server = await gitServer();
  await server.create("app.git");
  const url = server.url("app.git");
  const scene = { ...catcher, workspace, origin, url, keyUrl: url.replace("//", `//heroku:${KEY}@`) };
  await plant(scene);
  await catcher.clear();
  const configuration = await readFile(join(workspace, ".git/config"));

  const opening = await opened(workspace);
  const head = await opening.head();
  await opening.read((await opening.list(head, ".")).map(({ oid }) => oid));
  await opening.remote("heroku");
  await expect(opening.read(["f".repeat(40)])).rejects.toMatchObject({ code: "OBJECTS_MISSING" });
  await opening.prepare(head, ".").catch((error) => expect(error).toMatchObject({ code: "SHALLOW_CLONE" }));
  const snapshot = await opening.prepare(head, "web");
  expect((await pushed(opening, { commit: snapshot, url, replace: true })).outcome).toBe("pushed");
  expect((await pushed(opening, { commit: snapshot, url })).outcome).toBe("up-to-date");
  await opening.close();

  expect(await catcher.caught()).toEqual([]);
  expect(await readFile(join(workspace, ".git/config"))).toEqual(configuration);

  await git(workspace, ...victim(scene)).catch(() => {});
  expect(await catcher.caught()).not.toEqual([]);
});

test("a folder that looks like a repository with a monitor of its own is only a folder", async () => {
  const { program, caught } = await trap();
  const workspace = await folder();
  const bare = join(workspace, "web");
  await mkdir(join(workspace, ".."), { recursive: true });
  const inner = await folder();
  await git(inner, "init", "--quiet", "--bare");
  await git(inner, "config", "core.bare", "false");
  await git(inner, "config", "core.worktree", bare);
  await git(inner, "config", "core.fsmonitor", program);
  await repository(workspace);
  await cp(inner, bare, { recursive: true });
  await mkdir(join(bare, "refs/heads"), { recursive: true });
  await writeFile(join(bare, "refs/heads/.keep"), "");
  await writeFile(join(bare, "objects/.keep"), "");
  await commit(workspace, {});
  const server = await gitServer();
  await server.create("app.git");

  const opening = await opened(workspace);
  const head = await opening.head();
  expect((await opening.list(head, "web")).map(({ path }) => path)).toContain("config");
  const snapshot = await opening.prepare(head, "web");
  expect((await pushed(opening, { commit: snapshot, url: server.url("app.git") })).outcome).toBe("pushed");
  expect(await caught()).toEqual([]);

  await git(bare, "status").catch(() => {});
  expect(await caught()).not.toEqual([]);
});

test("replaced objects and grafts change nothing of what is pushed", async () => {
  const workspace = await folder();
  const first = await repository(workspace);
  const head = await commit(workspace, { "app.py": "real" });
  const fake = await commit(workspace, { "app.py": "fake" });
  await git(workspace, "reset", "--quiet", "--hard", head);
  await git(workspace, "replace", head, fake);
  await writeFile(join(workspace, ".git/info/grafts"), `${head}\n`);
  const server = await gitServer();
  const bare = await server.create("app.git");

  const opening = await opened(workspace);
  const files = await opening.list(await opening.head(), ".");
  const contents = await opening.read(files.map(({ oid }) => oid));
  expect([...contents.values()].map(String)).toContain("real");
  await pushed(opening, { commit: await opening.prepare(head, "."), url: server.url("app.git") });
  expect(await git(bare, "rev-list", "main")).toBe(`${head}\n${first}`);
});
