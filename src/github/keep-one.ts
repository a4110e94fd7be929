import type { Clock } from "../clock.ts";
import type { Comment, Comments } from "./comments.ts";
import { troubleOf } from "./trouble.ts";

/** GitHub's lists are a moment behind its writes. */
const READ_BACK_MS = 2_000;
const SENDS = 3;

type Wanted = {
  readonly marker: string;
  readonly body: string;
  /** False changes a comment that is there and makes none. */
  readonly create: boolean;
};

/**
 * Leaves exactly one comment of ours, with this body. It looks before every create, so that one whose answer was lost is
 * found and not repeated. Throws GitHubTrouble.
 */
export async function keepOne(comments: Comments, wanted: Wanted, clock: Clock): Promise<void> {
  const { marker, body, create } = wanted;
  for (let sends = 1; ; sends++) {
    const [newest, ...older] = await ours(comments, marker);
    if (newest !== undefined) {
      if (newest.body !== body) await comments.update(newest.id, body);
      for (const { id } of older) await comments.remove(id);
      return;
    }
    if (!create) return;
    try {
      return await comments.create(body);
    } catch (error) {
      if (troubleOf(error).kind !== "transient" || sends === SENDS) throw error;
      await clock.sleep(READ_BACK_MS);
    }
  }
}

/** A marker alone proves nothing, anybody can copy it: the author must be us too. The newest first. */
async function ours(comments: Comments, marker: string): Promise<Comment[]> {
  const marked = (await comments.list()).filter(({ body, hidden }) => !hidden && body.startsWith(marker));
  if (marked.length === 0) return [];
  const author = await comments.author();
  return marked.filter((comment) => comment.author === author);
}
