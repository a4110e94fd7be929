import fc from "fast-check";
import { expect, test } from "vitest";
import { redactor } from "../../src/report/redact.ts";

const SECRET = 'k3y/+"é~ value&more';

/** Every 6 characters of the secret: what is readable of it is readable by one of them. */
function leaks(text: string, secret = SECRET): string[] {
  return Array.from({ length: secret.length - 5 }, (_, at) => secret.slice(at, at + 6)).filter((part) =>
    text.includes(part),
  );
}

const base64 = (text: string) => Buffer.from(text).toString("base64");

test.for([
  ["plain", SECRET],
  ["JSON", JSON.stringify({ key: SECRET })],
  ["ASCII JSON", '"k3y/+\\"\\u00e9~ value&more"'],
  ["URL component", encodeURIComponent(SECRET)],
  ["lower-case URL component", encodeURIComponent(SECRET).replace(/%../g, (code) => code.toLowerCase())],
  ["form", new URLSearchParams({ key: SECRET }).toString()],
  ["base64", base64(SECRET)],
  ["base64 of :key", base64(`:${SECRET}`)],
  ["base64 of user:key", base64(`user:${SECRET}`)],
  ["base64 of a longer text", base64(`{"a":"somebody@example.com:${SECRET}"}`)],
  ["base64url", Buffer.from(`xy${SECRET}`).toString("base64url")],
] as const)("a secret is found as %s", ([, written]) => {
  const { add, redact } = redactor();
  add(SECRET);
  const text = redact(`before ${written} after`);
  expect(text).toMatch(/^before .*\*\*\*.* after$/);
  expect(leaks(text)).toEqual([]);
  expect(text.length).toBeLessThan(30);
});

test("a secret is found in base64 of anything around it", () => {
  const secret = fc.string({ unit: "binary", minLength: 8 }).filter((text) => text.trim().length >= 8);
  fc.assert(
    fc.property(secret, fc.string(), fc.string(), (value, before, after) => {
      const { add, redact } = redactor();
      add(value);
      expect(redact(base64(before + value + after))).toBe("***");
    }),
    { numRuns: 300, seed: 20261123 },
  );
});

test("a secret of several lines is found line by line", () => {
  const { add, redact } = redactor();
  add("-----BEGIN KEY-----\r\nfirst-line-of-it\nsecond-line\n");
  expect(redact("x first-line-of-it y\n  second-line")).toBe("x *** y\n  ***");
});

test("the password of a database URL is found alone, written and decoded", () => {
  const { add, redact } = redactor();
  add("postgres://user:p%40ssw0rd@db.example.com:5432/name");
  expect(redact("FATAL: p@ssw0rd, p%40ssw0rd")).toBe("FATAL: ***, ***");
});

test("secrets that overlap leave nothing over", () => {
  const { add, redact } = redactor();
  for (const secret of ["abcdefgh", "efghijkl", "cdefgh"]) add(secret);
  expect(redact("1abcdefghijkl2")).toBe("1***2");
  expect(redact("abcdefghabcdefgh")).toBe("***");
});

test.for(["", "1", "true", "12345", "\n\n"])("a trivial value, %j, is no secret", (value) => {
  const { add, redact } = redactor();
  expect(add(value)).toEqual([]);
  expect(redact("true 12345 1")).toBe("true 12345 1");
});

test("the runner is told every form", () => {
  const forms = redactor().add("geheim-1");
  expect(forms).toEqual(expect.arrayContaining(["geheim-1", "Z2VoZWltLT"]));
});

test.for([
  ["postgres://u:pass@host:5432/db", "postgres://***@host:5432/db"],
  ["https://:0123@git.heroku.com/app.git", "https://***@git.heroku.com/app.git"],
  ["key HRKU-AAbbccdd-0123_4567-89ab", "key ***"],
  ["HEROKU_API_KEY=01234567-89ab-cdef-0123-456789abcdef", "HEROKU_API_KEY=***"],
  ['"token": "01234567-89ab-cdef-0123-456789abcdef"', '"token": "***"'],
  ["release 01234567-89ab-cdef-0123-456789abcdef", "release 01234567-89ab-cdef-0123-456789abcdef"],
  ["ghp_0123456789abcdefghij", "***"],
  ["ghs_123_eyJhbGciOi.eyJpc3MiOi.c2ln-bmF0", "***"],
  ["github_pat_11AAAAAAA0123456789_abc", "***"],
  ["https://s3.example.com/x?X-Amz-Signature=abcdef&a=1", "https://s3.example.com/x?X-Amz-Signature=***&a=1"],
  ["Authorization: Basic OnNlY3JldA==", "Authorization: Basic ***"],
  ['{"authorization":"Bearer abc"}', '{"authorization":"Bearer ***"}'],
  ["curl -H 'Bearer eyJhbGciOiJIUzI1NiJ9'", "curl -H 'Bearer ***'"],
  ["Basic authentication is on", "Basic authentication is on"],
  ["see https://example.com:8080/a@b", "see https://example.com:8080/a@b"],
] as const)("what looks like a secret: %s", ([text, expected]) => {
  expect(redactor().redact(text)).toBe(expected);
});

test("redacting takes linear time", () => {
  const { add, redact } = redactor();
  add("aaaaaaaaaaaa");
  add(SECRET);
  const pumps = [
    "a",
    "://",
    "://a:",
    ":a@",
    " ",
    "token ",
    "Bearer ",
    "Basic a",
    "\"'",
    "?Signature=",
    "HRKU-",
    "ghp_",
    "k3y/",
    "=",
    "0123-",
  ];
  for (const pump of pumps) {
    const text = pump.repeat(1_000_000 / pump.length);
    const start = performance.now();
    redact(text);
    expect(performance.now() - start, pump).toBeLessThan(3_000);
  }
});
