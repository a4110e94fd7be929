import { expect, test } from "vitest";
import type { Clock } from "../../src/clock.ts";
import { ApiError } from "../../src/heroku/api-error.ts";
import { isTransient, sendCreate, sendSafely, waitBefore } from "../../src/heroku/retry.ts";

const request = { method: "GET", path: "/account" } as const;
const answer = (status: number, more: { retryAfterMs?: number } = {}) =>
  new ApiError(request, { status, ...more });

function waiting(): { clock: Clock; waits: number[] } {
  const waits: number[] = [];
  return { waits, clock: { now: () => 0, sleep: async (ms) => void waits.push(ms) } };
}

/** Throws the errors one after the other, then answers. */
function flaky(errors: readonly unknown[]) {
  const left = [...errors];
  const sent: unknown[] = [];
  const send = async (what?: unknown) => {
    sent.push(what);
    if (left.length > 0) throw left.shift();
    return "answer";
  };
  return { send, sent };
}

test.for([
  [true, [0, 408, 425, 429, 500, 502, 503, 504]],
  [false, [400, 401, 402, 403, 404, 406, 409, 410, 416, 422, 501]],
] as const)("transient: %s for %o", ([expected, statuses]) => {
  for (const status of statuses) expect(isTransient(answer(status)), String(status)).toBe(expected);
  expect(isTransient(new Error("a mistake of ours"))).toBe(false);
});

test.for([
  ["half a second at first", 2, answer(503), 1, 500],
  ["twice that then", 3, answer(503), 1, 1000],
  ["never more than twenty seconds", 20, answer(503), 1, 20_000],
  ["full jitter", 3, answer(503), 0, 0],
  ["what Heroku asks for", 2, answer(429, { retryAfterMs: 7_000 }), 0, 7_000],
  ["but not for ever", 2, answer(503, { retryAfterMs: 9_000_000 }), 0, 120_000],
  ["longer when the quota is used up", 2, answer(429), 1, 20_000],
] as const)("waits %s", ([, next, error, random, ms]) => {
  expect(waitBefore(next, error, random)).toBe(ms);
});

test("a safe request is sent up to six times, an answered one once", async () => {
  const { clock, waits } = waiting();
  const fine = flaky([answer(503), answer(0), answer(500), answer(502), answer(504)]);
  expect(await sendSafely(request, fine.send, clock)).toBe("answer");
  expect([fine.sent.length, waits.length]).toEqual([6, 5]);

  const dead = flaky(Array.from({ length: 9 }, () => answer(503)));
  await expect(sendSafely(request, dead.send, clock)).rejects.toMatchObject({ status: 503 });
  expect(dead.sent).toHaveLength(6);

  const refused = flaky([answer(422)]);
  await expect(sendSafely(request, refused.send, clock)).rejects.toMatchObject({ status: 422 });
  expect(refused.sent).toHaveLength(1);
});

test("a create looks before it is sent again", async () => {
  const { clock } = waiting();
  const made = flaky([answer(0)]);
  expect(await sendCreate(made.send, async () => "found", clock)).toBe("found");
  expect(made.sent).toHaveLength(1);

  const lost = flaky([answer(0), answer(503)]);
  expect(await sendCreate(lost.send, async () => undefined, clock)).toBe("answer");
  expect(lost.sent).toHaveLength(3);

  const refused = flaky([answer(422)]);
  await expect(sendCreate(refused.send, async () => "found", clock)).rejects.toMatchObject({ status: 422 });

  const dead = flaky(Array.from({ length: 9 }, () => answer(503)));
  await expect(sendCreate(dead.send, async () => undefined, clock)).rejects.toMatchObject({ status: 503 });
  expect(dead.sent).toHaveLength(3);
});
