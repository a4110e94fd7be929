import { describe, expect, onTestFinished, test } from "vitest";
import type { Scenario } from "../../src/local-heroku/options.ts";
import { hasContract } from "./support/api-client.ts";
import { localHeroku } from "./support/instance.ts";

const heroku = await localHeroku({ scenario: { teams: ["the-team"] } });
const { api } = heroku;
let number = 0;

async function createApp(): Promise<string> {
  const name = `app-${++number}`;
  expect((await api("POST", "/apps", { body: { name } })).status).toBe(201);
  return name;
}

/** Changes the circumstances for one test. */
function given(circumstances: Scenario): void {
  const before = { ...heroku.scenario };
  onTestFinished(() => void Object.assign(heroku.scenario, before));
  for (const name of Object.keys(circumstances)) {
    if (!(name in before)) onTestFinished(() => void Reflect.deleteProperty(heroku.scenario, name));
  }
  Object.assign(heroku.scenario, circumstances);
}

test("Heroku's published schema is at hand (../shared/data), so every answer is held against it", ({
  skip,
}) => {
  if (!hasContract) {
    console.warn(
      "Heroku's published schema is not at hand: the answers of this run were not held against it.",
    );
    skip();
  }
  expect(hasContract).toBe(true);
});

describe("authorization", () => {
  test.for([
    ["a wrong key", { authorization: "Bearer wrong" }],
    ["a wrong password", { authorization: `Basic ${Buffer.from(":wrong").toString("base64")}` }],
    ["nothing", { authorization: "" }],
  ] as const)("%s is 401", async ([, headers]) => {
    const answer = await api("GET", "/account", { headers });
    expect(answer).toMatchObject({ status: 401, body: { id: "unauthorized" } });
  });

  test("the key as the password of Basic is good, as heroku-client sends it", async () => {
    const authorization = `Basic ${Buffer.from(`:${heroku.apiKey}`).toString("base64")}`;
    expect((await api("GET", "/account", { headers: { authorization } })).status).toBe(200);
  });

  test.for([
    ["application/json", 406],
    ["application/vnd.heroku+json; version=3.sdk", 200],
  ] as const)("Accept: %s", async ([accept, status]) => {
    expect((await api("GET", "/account", { headers: { accept } })).status).toBe(status);
  });
});

describe("account", () => {
  test("is the scenario's", async () => {
    expect((await api("GET", "/account")).body).toMatchObject({ verified: true, delinquent_at: null });
    given({ verified: false, delinquentAt: "2026-01-01T00:00:00Z", suspendedAt: null });
    expect((await api("GET", "/account")).body).toMatchObject({
      verified: false,
      delinquent_at: "2026-01-01T00:00:00Z",
      suspended_at: null,
    });
  });

  test.for([
    [{ verified: false }, 402, "verification_required"],
    [{ delinquentAt: "2026-01-01T00:00:00Z" }, 402, "delinquent"],
    [{ suspendedAt: "2026-01-01T00:00:00Z" }, 403, "suspended"],
  ] as const)("%o cannot create an app", async ([circumstances, status, id]) => {
    given(circumstances);
    const answer = await api("POST", "/apps", { body: { name: "not-to-be" } });
    expect(answer).toMatchObject({ status, body: { id } });
  });

  test("rate limits", async () => {
    expect((await api("GET", "/account/rate-limits")).body).toEqual({ remaining: expect.any(Number) });
  });
});

describe("apps", () => {
  test("are created, read, changed and destroyed", async () => {
    const created = await api("POST", "/apps", { body: { name: "life", region: "eu", stack: "heroku-26" } });
    expect(created).toMatchObject({
      status: 201,
      body: {
        name: "life",
        region: { name: "eu" },
        build_stack: { name: "heroku-26" },
        generation: { name: "cedar" },
        git_url: `${heroku.url}/life.git`,
        web_url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/$/),
      },
    });
    expect((await api("GET", `/apps/${created.get("id")}`)).get("name")).toBe("life");
    await api("PATCH", "/apps/life", {
      body: { maintenance: true, build_stack: "heroku-24", name: "life-2" },
    });
    expect((await api("GET", "/apps/life-2")).body).toMatchObject({
      maintenance: true,
      stack: { name: "heroku-24" },
    });
    expect((await api("GET", "/apps/life")).status).toBe(404);
    const id = created.get("id");
    expect((await api("GET", `/apps/${id}/domains`)).body).toMatchObject([{ kind: "heroku" }]);
    expect((await api("DELETE", `/apps/${id}`)).status).toBe(200);
    expect((await api("DELETE", `/apps/${id}`)).status).toBe(404);
    expect(await api("GET", "/apps/life-2")).toMatchObject({
      status: 404,
      body: { resource: "app", id: "not_found", message: "Couldn't find that app." },
    });
  });

  test("a new one has a name and two releases without code", async () => {
    const name = (await api("POST", "/apps", { body: {} })).get("name");
    expect(name).toMatch(/^[a-z][a-z0-9-]+$/);
    const releases = await api("GET", `/apps/${name}/releases`);
    expect(releases.body).toMatchObject([
      { version: 1, description: "Initial release", slug: null, current: false },
      { version: 2, description: "Enable Logplex", slug: null, current: true },
    ]);
    expect((await api("GET", `/apps/${name}/formation`)).body).toEqual([]);
  });

  test.for(["Upper", "ab", "a".repeat(31), "1abc", "abc-", "a_b"])("%s is no name", async (name) => {
    expect(await api("POST", "/apps", { body: { name } })).toMatchObject({
      status: 422,
      body: {
        id: "invalid_params",
        message: expect.stringContaining("lowercase letters, digits, and dashes"),
      },
    });
  });

  test("a name is taken once, and somebody else's is 403 to read", async () => {
    const name = await createApp();
    given({ takenNames: ["theirs"] });
    for (const taken of [name, "theirs"]) {
      expect(await api("POST", "/apps", { body: { name: taken } })).toMatchObject({
        status: 422,
        body: { id: "invalid_params", message: expect.stringContaining("taken") },
      });
    }
    expect(await api("GET", "/apps/theirs")).toMatchObject({ status: 403, body: { id: "forbidden" } });
  });

  test("belong to a team that the account is in", async () => {
    const body = { name: "teamwork", team: "the-team" };
    expect((await api("POST", "/teams/apps", { body })).body).toMatchObject({ team: { name: "the-team" } });
    expect(await api("POST", "/teams/apps", { body: { name: "other", team: "no-team" } })).toMatchObject({
      status: 404,
      body: { resource: "team" },
    });
    expect((await api("GET", "/teams/the-team")).status).toBe(200);
  });

  test.for([{ region: "mars" }, { stack: "heroku-20" }])("%o is not to be had", async (wish) => {
    const answer = await api("POST", "/apps", { body: { name: "wishes", ...wish } });
    expect(answer).toMatchObject({ status: 422, body: { id: "invalid_params" } });
  });

  test("can be of the fir generation", async () => {
    given({ generation: "fir" });
    const name = await createApp();
    expect((await api("GET", `/apps/${name}`)).get("generation", "name")).toBe("fir");
  });

  test("have no pipeline, which is 404 and not an empty list", async () => {
    const name = await createApp();
    expect((await api("GET", `/apps/${name}/pipeline-couplings`)).status).toBe(404);
    expect((await api("GET", `/apps/${name}/collaborators`)).body).toEqual([]);
  });

  test("keep their buildpacks", async () => {
    const name = await createApp();
    const path = `/apps/${name}/buildpack-installations`;
    await api("PUT", path, { body: { updates: [{ buildpack: "heroku/python" }] }, headers: { range: "" } });
    expect((await api("GET", path)).body).toEqual([
      { ordinal: 0, buildpack: { name: "heroku/python", url: "urn:buildpack:heroku/python" } },
    ]);
  });
});

describe("config vars", () => {
  test("make one release for each change, and none for no change", async () => {
    const name = await createApp();
    const path = `/apps/${name}/config-vars`;
    await api("PATCH", path, { body: { A: "1", B: "2" } });
    await api("PATCH", path, { body: { A: "1" } });
    expect((await api("PATCH", path, { body: { A: null } })).body).toEqual({ B: "2" });
    const releases = await api("GET", `/apps/${name}/releases`, {
      headers: { range: "version ..; max=2, order=desc" },
    });
    expect(releases).toMatchObject({
      status: 206,
      headers: { "next-range": "version ]3..; max=2, order=desc" },
      body: [
        { version: 4, description: "Remove A config vars" },
        { version: 3, description: "Set A, B config vars" },
      ],
    });
    expect((await api("GET", `/apps/${name}/releases/3/config-vars`)).body).toEqual({ A: "1", B: "2" });
  });

  test("must be strings", async () => {
    const name = await createApp();
    const answer = await api("PATCH", `/apps/${name}/config-vars`, { body: { A: 1 } });
    expect(answer).toMatchObject({ status: 422, body: { id: "invalid_params" } });
  });
});

describe("before the first push", () => {
  test.for([
    ["dynos", "POST", "dynos", { command: "true" }, 422],
    ["scaling", "PATCH", "formation", { updates: [{ type: "web", quantity: 1 }] }, 404],
    ["a rollback", "POST", "releases", { release: "v1" }, 422],
    ["a release of no slug", "POST", "releases", { slug: "01234567-89ab-cdef-0123-456789abcdef" }, 404],
    ["a release of nothing", "POST", "releases", {}, 422],
  ] as const)("%s cannot be had", async ([, method, path, body, status]) => {
    const name = await createApp();
    expect((await api(method, `/apps/${name}/${path}`, { body })).status).toBe(status);
  });

  test("lists are empty", async () => {
    const name = await createApp();
    for (const path of ["builds", "dynos", "addons", "addon-attachments"]) {
      expect((await api("GET", `/apps/${name}/${path}`)).body).toEqual([]);
    }
    expect((await api("GET", `/apps/${name}/builds/x`)).status).toBe(404);
    expect((await api("GET", `/apps/${name}/slugs/x`)).status).toBe(404);
  });
});

describe("requests that are not understood", () => {
  test("an unknown path is 404", async () => {
    expect((await api("GET", "/nothing/here")).status).toBe(404);
  });

  test("a body that is no object is 400", async () => {
    expect(await api("POST", "/apps", { body: [1] })).toMatchObject({
      status: 400,
      body: { id: "bad_request" },
    });
  });

  test("a field of another kind is 422", async () => {
    expect((await api("POST", "/apps", { body: { name: 7 } })).status).toBe(422);
  });
});

describe("planned misfortunes", () => {
  test("an error status, once", async () => {
    let times = 1;
    given({ fault: () => (times-- > 0 ? { kind: "status", status: 503 } : undefined) });
    expect((await api("GET", "/account")).status).toBe(503);
    expect((await api("GET", "/account")).status).toBe(200);
  });

  test("a connection cut before the work, and one cut after it", async () => {
    given({ fault: ({ path }) => (path === "/apps" ? { kind: "drop-before" } : undefined) });
    await expect(api("POST", "/apps", { body: { name: "lost-early" } })).rejects.toThrow();
    expect((await api("GET", "/apps/lost-early")).status).toBe(404);
    given({ fault: ({ path }) => (path === "/apps" ? { kind: "drop-after" } : undefined) });
    await expect(api("POST", "/apps", { body: { name: "lost-late" } })).rejects.toThrow();
    expect((await api("GET", "/apps/lost-late")).status).toBe(200);
  });
});
