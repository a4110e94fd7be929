import { expect, test } from "vitest";
import { secretValues } from "../../src/heroku/config-vars.ts";

test("knows what must not be shown by its name or by a password in it", () => {
  const vars = {
    SECRET_KEY: "a",
    API_TOKEN: "b",
    mail_password: "c",
    DATABASE_URL: "postgres://user:d@host/db",
    REDIS_URL: "redis://:e@host",
    HOME_PAGE: "https://example.com/a@b",
    FLASK_ENV: "production",
    WEB_CONCURRENCY: "2",
  };
  expect(secretValues(new Map(Object.entries(vars)))).toEqual([
    "a",
    "b",
    "c",
    vars.DATABASE_URL,
    vars.REDIS_URL,
  ]);
});
