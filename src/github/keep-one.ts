import type { Clock } from "../clock.ts";
import type { Comment, Comments } from "./comments.ts";
import { createOnce } from "./create-once.ts";

type Wanted = {
  readonly marker: string;
  readonly body: string;
  /** False changes a comment that is there and makes none. */
  readonly create: boolean;
};

/** Leaves exactly one comment of ours, with this body; gives its address, null for none. Throws GitHubTrouble. */
export async function keepOne(comments: Comments, wanted: Wanted, clock: Clock): Promise<string | null> {
  const { marker, body, create } = wanted;
  const [newest, ...older] = await ours(comments, marker);
  if (newest === undefined) {
    if (!create) return null;
    const find = async () => (await ours(comments, marker)).at(0);
    return (await createOnce(() => comments.create(body), find, clock)).address;
  }
  if (newest.body !== body) await comments.update(newest.id, body);
  for (const { id } of older) await comments.remove(id);
  return newest.address;
}

/** A marker alone proves nothing, anybody can copy it: the author must be us too. The newest first. */
async function ours(comments: Comments, marker: string): Promise<Comment[]> {
  const marked = (await comments.list()).filter(({ body, hidden }) => !hidden && body.startsWith(marker));
  if (marked.length === 0) return [];
  const author = await comments.author();
  return marked.filter((comment) => comment.author === author);
}
