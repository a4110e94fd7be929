import { expect, test } from "vitest";
import { pushOutcome } from "../../src/git/push-outcome.ts";

const REFS = "abc:refs/heads/main";
const DECLINED = `!\t${REFS}\t[remote rejected] (pre-receive hook declined)`;
const URL = "https://git.heroku.com/app.git/";

test.for([
  ["pushed", 0, `*\t${REFS}\t[new branch]`, []],
  [
    "pushed",
    0,
    ` \t${REFS}\ta..b`,
    ["remote: Everything up-to-date", "remote: fatal: Authentication failed for 'x'"],
  ],
  ["pushed", 0, `+\t${REFS}\ta...b (forced update)`, []],
  ["up-to-date", 0, `=\t${REFS}\t[up to date]`, []],
  [
    "build-skipped",
    0,
    `*\t${REFS}\t[new branch]`,
    ["remote: Pushed to branch other than [main, master], skipping build."],
  ],
  ["build-failed", 1, DECLINED, ["remote:  !     Push rejected, failed to compile Python app."]],
  ["concurrent-builds", 1, DECLINED, ["remote:  !\tYour account has reached its concurrent builds limit"]],
  ["concurrent-builds", 1, DECLINED, ["remote: !\tYour account has reached its concurrent builds limit"]],
  [
    "shallow",
    1,
    DECLINED,
    ["remote:  !     Push rejected, source repository is a shallow clone. Unshallow it."],
  ],
  ["shallow", 1, `!\t${REFS}\t[remote rejected] (shallow update not allowed)`, []],
  ["not-fast-forward", 1, `!\t${REFS}\t[rejected] (non-fast-forward)`, []],
  ["not-fast-forward", 1, `!\t${REFS}\t[rejected] (fetch first)`, []],
  ["not-fast-forward", 1, `!\t${REFS}\t[rejected] (stale info)`, []],
  [
    "interrupted",
    1,
    `!\t${REFS}\t[remote rejected] (cannot lock ref 'refs/heads/main': reference already exists)`,
    [],
  ],
  ["interrupted", 1, `!\t${REFS}\t[remote rejected] (failed to update ref)`, []],
  ["interrupted", 1, `!\t${REFS}\t[remote rejected] (unpacker error)`, []],
  ["unauthorized", 128, "", [`fatal: Authentication failed for '${URL}'`]],
  [
    "unauthorized",
    128,
    "",
    ["fatal: could not read Username for 'https://git.heroku.com': terminal prompts disabled"],
  ],
  ["unauthorized", 128, "", [`fatal: unable to access '${URL}': The requested URL returned error: 403`]],
  ["no-such-app", 128, "", ["remote: !\tNo such app as app.", `fatal: repository '${URL}' not found`]],
  ["rate-limited", 128, "", [`fatal: unable to access '${URL}': The requested URL returned error: 429`]],
  [
    "rate-limited",
    1,
    "",
    ["error: RPC failed; HTTP 429 curl 22 The requested URL returned error: 429", "Everything up-to-date"],
  ],
  ["unavailable", 128, "", [`fatal: unable to access '${URL}': The requested URL returned error: 503`]],
  ["unavailable", 128, "", [`fatal: unable to access '${URL}': Could not resolve host: git.heroku.com`]],
  [
    "unavailable",
    128,
    "",
    [`fatal: unable to access '${URL}': SSL certificate problem: unable to get local issuer`],
  ],
  [
    "interrupted",
    1,
    "",
    [
      "error: RPC failed; curl 56 Recv failure",
      "fatal: the remote end hung up unexpectedly",
      "Everything up-to-date",
    ],
  ],
  ["interrupted", 1, "", ["error: RPC failed; HTTP 503 curl 22 The requested URL returned error: 503"]],
  [
    "interrupted",
    128,
    "",
    ["remote: fatal: Authentication failed for 'x'", "remote: !\tNo such app as app."],
  ],
  ["interrupted", 128, "", []],
  ["interrupted", null, "", []],
] as const)("%s: exit %s, %j, %j", ([outcome, code, status, stderr]) => {
  const stdout = Buffer.from(`To ${URL}\n${status}\nDone\n`);
  expect(pushOutcome({ code, aborted: false, stdout, stderr })).toBe(outcome);
  const stopped = pushOutcome({ code, aborted: true, stdout, stderr });
  expect(stopped).toBe(code === 0 ? outcome : "interrupted");
});
