import { setTimeout as sleep } from "node:timers/promises";

export type Page = { readonly status: number; readonly text: string; readonly json: Record<string, unknown> };

/** Asks an app's address for a page. */
export async function visit(url: unknown, path = "/"): Promise<Page> {
  const response = await fetch(new URL(path, String(url)));
  const text = await response.text();
  return { status: response.status, text, json: text.startsWith("{") ? JSON.parse(text) : {} };
}

/** Waits until a question is answered with something other than undefined or false. Throws after twenty seconds. */
export async function until<T>(
  question: () => Promise<T | undefined | false> | T | undefined | false,
): Promise<T> {
  for (const end = Date.now() + 20_000; Date.now() < end; await sleep(25)) {
    const answer = await question();
    if (answer !== undefined && answer !== false) return answer;
  }
  throw new Error("It did not happen within twenty seconds.");
}
