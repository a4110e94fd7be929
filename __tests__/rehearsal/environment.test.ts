import { expect, test } from "vitest";
import { rehearsalEnvironment } from "../../src/rehearsal/environment.ts";

test("programs, folders and indexes are passed on, and nothing else", () => {
  const useful = {
    PATH: "/usr/bin",
    HOME: "/home/runner",
    RUNNER_TOOL_CACHE: "/opt/hostedtoolcache",
    PIP_INDEX_URL: "https://index.example/simple",
    UV_INDEX_OURS_USERNAME: "reader",
    UV_DEFAULT_INDEX: "https://index.example/simple",
    POETRY_HTTP_BASIC_OURS_USERNAME: "reader",
    PIPENV_PYPI_MIRROR: "https://index.example/simple",
    REQUESTS_CA_BUNDLE: "/certificates.pem",
    XDG_CACHE_HOME: "/cache",
    https_proxy: "http://proxy:1",
  };
  const job = {
    ...useful,
    GITHUB_TOKEN: "token",
    GITHUB_OUTPUT: "/runner/output",
    GITHUB_ENV: "/runner/env",
    ACTIONS_RUNTIME_TOKEN: "token",
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: "token",
    "INPUT_GITHUB-TOKEN": "token",
    RUNNER_TEMP: "/runner/temp",
    AWS_SECRET_ACCESS_KEY: "secret",
    NODE_OPTIONS: "--require=/evil.js",
    NPM_TOKEN: "secret",
    UV_PUBLISH_TOKEN: "secret",
    POETRY_PYPI_TOKEN_PYPI: "secret",
    LD_PRELOAD: "/evil.so",
  };
  expect(rehearsalEnvironment(job)).toEqual(useful);
});
