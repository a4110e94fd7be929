import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { obeyed } from "../support/github-runner.ts";

/** The standard output of a process that plays one scene of support/log-scene.ts. */
async function play(scene: string): Promise<string> {
  const file = fileURLToPath(new URL("../support/log-scene.ts", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [file, scene]);
  return stdout;
}

const commands = (output: string) => obeyed(output).map(({ command }) => command);

test("the runner obeys our commands and none of theirs", async () => {
  const output = await play("foreign");
  expect(commands(output).filter((command) => command !== "add-mask")).toEqual([
    "group",
    "warning",
    "endgroup",
    "notice",
  ]);
  expect(output).toContain("ours ## [add-mask]x");
  expect(output).toContain("the value ***\n: :error: :y");
});

test("foreign lines stand between the stop command and its token, a new one each time", async () => {
  const tokens = Array.from(
    (await play("foreign")).matchAll(/^::stop-commands::([0-9a-f]{64})$/gm),
    ([, token]) => token,
  );
  expect(tokens.length).toBe(4);
  expect(new Set(tokens).size).toBe(4);
  expect((await play("foreign")).split("\n").filter((line) => /^::[0-9a-f]{64}::$/.test(line)).length).toBe(
    4,
  );
});

test("a secret is told to the runner in all its forms, and is nowhere else", async () => {
  const output = await play("foreign");
  const masks = obeyed(output).filter(({ command }) => command === "add-mask");
  expect(masks.map(({ data }) => data)).toEqual(
    expect.arrayContaining([
      "s3cr3t-of-mine",
      Buffer.from("s3cr3t-of-mine").toString("base64").replace(/.?=*$/, ""),
    ]),
  );
  expect(output.replaceAll(/^::add-mask::.*$/gm, "")).not.toContain("s3cr3t");
});

test("a group is closed when its body throws", async () => {
  expect(commands(await play("throwing"))).toEqual(["group", "endgroup", "warning"]);
});

test("nine annotations of a level, the worst first, one line for the rest, and room for the last word", async () => {
  const output = await play("annotations");
  const found = obeyed(output);
  expect(found.map(({ command }) => command)).toEqual([
    ...Array.from({ length: 9 }, () => "error"),
    ...Array.from({ length: 9 }, () => "warning"),
    "warning",
  ]);
  expect(found[0]?.properties).toBe("title=web-target");
  expect(found[9]).toEqual({
    command: "warning",
    properties: "title=web-target,file=back/end/a%2Cb%3Ac.py,line=1",
    data: "No `app`. Add it. https://example.com/p.md",
  });
  expect(output.match(/^GitHub shows few annotations.*$/gm)).toEqual([
    "GitHub shows few annotations per step: 42 further findings in the job summary alone.",
  ]);
});
