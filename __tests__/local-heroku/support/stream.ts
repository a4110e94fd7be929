import { readFile } from "node:fs/promises";
import { get } from "node:https";
import type { Instance } from "./instance.ts";
import { until } from "./visit.ts";

/** An answer that comes in pieces. */
export type Stream = {
  readonly contentType: string;
  /** Everything that came so far. */
  text(): string;
  /** Waits until these words have come. */
  until(words: string): Promise<void>;
  /** Resolves when the server ends it. */
  readonly ended: Promise<void>;
  /** Stops reading, until told to go on. */
  pause(): void;
  resume(): void;
  close(): void;
};

/** Reads an address of a local Heroku without authorization, as it comes. */
export async function stream({ caFile }: Instance, url: string): Promise<Stream> {
  const ca = await readFile(caFile, "utf8");
  return new Promise((resolve, reject) => {
    const request = get(url, { ca, agent: false }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk) => {
        text += chunk;
      });
      resolve({
        contentType: response.headers["content-type"] ?? "",
        text: () => text,
        until: async (words) => void (await until(() => text.includes(words))),
        ended: new Promise((end) => response.once("end", end)),
        pause: () => void response.pause(),
        resume: () => void response.resume(),
        close: () => request.destroy(),
      });
    });
    request.once("error", reject);
  });
}
