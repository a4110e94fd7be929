const BODY_LIMIT_BYTES = 64 * 1024;
const REDIRECTS = 3;
/** Names of the machine that asks, as URL writes them; 0.0.0.0 leads there as well. */
const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1\])$/;

/** What a page answered: status and the start of its body, or in our own words why there is no answer. */
export type Page = { readonly status: number; readonly body: string } | { readonly trouble: string };

/**
 * Reads a page of the app, within `limitMs` in all, without any credentials. Follows at most three redirects,
 * only on the same origin: one that leads elsewhere, for example to a login, is the answer, unless it leads to the
 * machine of whoever asks. Throws only the signal's reason.
 */
export async function readPage(url: URL, options: { limitMs: number; signal: AbortSignal }): Promise<Page> {
  const { signal } = options;
  const limitMs = Math.ceil(options.limitMs);
  const limited = AbortSignal.any([signal, AbortSignal.timeout(limitMs)]);
  try {
    return await follow(url, limited);
  } catch (error) {
    signal.throwIfAborted();
    if (limited.aborted) return { trouble: `did not answer within ${Math.ceil(limitMs / 1000)} s` };
    // fetch and the reading of its body throw TypeError for whatever happens to the connection.
    if (error instanceof TypeError) return { trouble: "could not be reached" };
    throw error;
  }
}

async function follow(url: URL, signal: AbortSignal): Promise<Page> {
  let here = url;
  for (let hop = 0; ; hop++) {
    const answer = await fetch(here, { redirect: "manual", signal });
    const { status } = answer;
    const target = answer.headers.get("location");
    const redirects = status >= 300 && status < 400 && target && URL.canParse(target, here.href);
    const next = redirects ? new URL(target, here) : undefined;
    if (next && leadsHome(next, url)) {
      await answer.body?.cancel();
      return { trouble: "redirects to localhost, which is each visitor's own machine and not the app" };
    }
    if (next?.origin !== url.origin) return { status, body: await start(answer) };
    await answer.body?.cancel();
    if (hop === REDIRECTS) return { trouble: "redirects without end" };
    here = next;
  }
}

/** Whether it leads to a server that only the developer's machine has. An app that is reached on this machine is none. */
function leadsHome(next: URL, url: URL): boolean {
  const isOwn = next.hostname === url.hostname && ["", url.port].includes(next.port);
  return LOOPBACK.test(next.hostname) && !isOwn;
}

async function start(answer: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of answer.body ?? []) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes >= BODY_LIMIT_BYTES) break;
  }
  return Buffer.concat(chunks).subarray(0, BODY_LIMIT_BYTES).toString("utf8");
}
