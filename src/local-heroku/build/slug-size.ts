import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { entriesOf } from "../entries.ts";
import type { Platform } from "../platform.ts";
import type { BuildContext } from "./build-context.ts";
import { BuildFailed } from "./build-failed.ts";
import { megabytes } from "./folder-size.ts";
import { warn } from "./warn.ts";

const MB = 1024 * 1024;
/** Heroku warns from here on. */
const LARGE = 300 * MB;

/**
 * Refuses a slug that is too large for Heroku. Heroku's limit is on the compressed slug: what is smaller uncompressed
 * is not worth compressing. Heroku's own Python, some 30 MB, is in its slugs and not in ours. Throws BuildFailed.
 */
export async function checkSlugSize(
  { limits }: Platform,
  size: number,
  folders: readonly string[],
  { line, signal }: BuildContext,
): Promise<void> {
  const { slugLimitBytes } = limits;
  if (size <= Math.min(LARGE, slugLimitBytes)) return;
  const compressed = await compressedSize(folders, signal);
  if (compressed > slugLimitBytes) {
    throw new BuildFailed(
      [
        `Compiled slug size: ${megabytes(compressed)} is too large (max is ${Math.round(slugLimitBytes / MB)}M).`,
        "See: http://devcenter.heroku.com/articles/slug-size",
      ],
      { verdict: "Push rejected, the slug is too large." },
    );
  }
  if (compressed <= LARGE) return;
  const words = `Your slug size (${Math.round(compressed / MB)} MB) exceeds our soft limit (300 MB) which may affect boot time.`;
  warn(line, [`Warning: ${words}`]);
}

async function compressedSize(folders: readonly string[], signal: AbortSignal): Promise<number> {
  let size = 0;
  await pipeline(contents(folders), createGzip(), async (compressed: AsyncIterable<Buffer>) => {
    for await (const chunk of compressed) {
      signal.throwIfAborted();
      size += chunk.length;
    }
  });
  return size;
}

/** The bytes of every file, one after the other, as in an archive. */
async function* contents(folders: readonly (string | Buffer)[]): AsyncGenerator<Buffer> {
  for (const folder of folders) {
    for (const { path, dirent } of await entriesOf(folder)) {
      if (dirent.isDirectory()) yield* contents([path]);
      else if (dirent.isFile()) yield* createReadStream(path);
    }
  }
}
