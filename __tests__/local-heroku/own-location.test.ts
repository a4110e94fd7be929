import { expect, test } from "vitest";
import { ownLocation } from "../../src/local-heroku/dynos/own-location.ts";

const HOST = "127.0.0.1:4000";

test.for([
  ["the app's address", "https://127.0.0.1:4000/about/", "http://127.0.0.1:4000/about/"],
  [
    "with its port as forwarded",
    "https://127.0.0.1/about/?a=https://127.0.0.1/",
    "http://127.0.0.1:4000/about/?a=https://127.0.0.1/",
  ],
  ["with that port spelled out", "https://127.0.0.1:443/", "http://127.0.0.1:4000/"],
  ["without a path", "HTTPS://127.0.0.1:4000", "http://127.0.0.1:4000"],
  ["a query alone", "https://127.0.0.1:4000?a=1", "http://127.0.0.1:4000?a=1"],
  ["a path", "/about/", "/about/"],
  ["http", "http://127.0.0.1:4000/", "http://127.0.0.1:4000/"],
  ["another port", "https://127.0.0.1:40001/", "https://127.0.0.1:40001/"],
  ["another host", "https://example.com/", "https://example.com/"],
  ["a host that begins so", "https://127.0.0.1.example.com/", "https://127.0.0.1.example.com/"],
  ["the address as a user", "https://127.0.0.1:4000@example.com/", "https://127.0.0.1:4000@example.com/"],
] as const)("%s", ([, location, given]) => {
  expect(ownLocation(location, HOST)).toBe(given);
});

test("a request without a host has no address of its own", () => {
  expect(ownLocation("https://127.0.0.1/", undefined)).toBe("https://127.0.0.1/");
});
