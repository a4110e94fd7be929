import { expect, test } from "vitest";
import { appFolderNamed } from "../../src/local-heroku/dynos/app-folder.ts";

test.for([
  ["cd /app/src && gunicorn shop:app", true],
  ["PYTHONPATH=/app/src gunicorn shop:app", true],
  ["gunicorn --chdir=/app shop:app", true],
  ["gunicorn --chdir '/app' shop:app", true],
  ["ls /app|wc", true],
  ["cd src && gunicorn shop:app", false],
  ["cd /srv/app && gunicorn shop:app", false],
  ["gunicorn shop:app --forwarded-allow-ips=/application", false],
  ["curl https://example.com/app", false],
  ["SCRIPT_NAME=/app gunicorn shop:app", false],
  ["gunicorn -e SCRIPT_NAME=/app -e STATIC_URL='/app/static' shop:app", false],
  ["SCRIPT_NAME=/app gunicorn --chdir=/app shop:app", true],
] as const)("whether `%s` names the app's folder: %s", ([command, named]) => {
  const told = appFolderNamed("web", command, new Map());
  expect(told).toHaveLength(named ? 1 : 0);
  if (named) expect(told[0]?.sentence).toContain("The command of the web process names /app,");
});

test("a config var is told by its name alone", () => {
  const vars = new Map([
    ["PYTHONPATH", "lib:/app/secret-place"],
    ["DATABASE_URL", "postgres://me:pass@db.example.com:5432/app"],
    ["SITE", "example.com/app"],
  ]);
  const told = appFolderNamed("web", "gunicorn shop:app", vars);
  expect(told.map(({ about }) => about)).toEqual(["app-folder"]);
  expect(told[0]?.sentence).toContain("The config var PYTHONPATH names /app,");
  expect(JSON.stringify(told)).not.toContain("secret-place");
});

test.for([
  ["SCRIPT_NAME", "/app", false],
  ["FORCE_SCRIPT_NAME", "/app", false],
  ["FLASK_APPLICATION_ROOT", "/app", false],
  ["SESSION_COOKIE_PATH", "/app", false],
  ["URL_PREFIX", "/app/v1", false],
  ["STATIC_URL", "/app/static/", false],
  ["LOGIN_REDIRECT_URI", "/app", false],
  ["STATIC_ROOT", "/app/static", true],
  ["CURL_CONFIG", "/app/curlrc", true],
] as const)("whether %s=%s names the app's folder: %s", ([name, value, named]) => {
  expect(appFolderNamed("web", "gunicorn shop:app", new Map([[name, value]]))).toHaveLength(named ? 1 : 0);
});
