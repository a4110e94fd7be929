import type { GitHub } from "./github.ts";
import { type Answer, type Asked, invalid, notFound, page, refused } from "./github-answer.ts";
import { shownComment } from "./github-shapes.ts";

const LONGEST = 65_536;

/** What GitHub answers to a request about the comments of pull request 7. */
export function commentsAnswer(github: GitHub, { method, url, parameters, body }: Asked): Answer {
  const { issue_number, comment_id } = parameters;
  if (issue_number !== undefined && issue_number !== "7") return notFound;
  const shown = (comment: (typeof github.comments)[number]) => shownComment(comment, github.url);
  if (method === "GET")
    return page(
      url,
      github.comments.toSorted((a, b) => a.id - b.id),
      shown,
    );

  const stored = github.comments.find(({ id }) => id === Number(comment_id));
  if (method !== "POST" && stored === undefined) return notFound;
  if (method === "DELETE") {
    github.comments.splice(0, Number.POSITIVE_INFINITY, ...github.comments.filter((one) => one !== stored));
    return { status: 204 };
  }
  const words = String(body.body);
  if (words === "" || [...words].length > LONGEST) return invalid();
  if (stored !== undefined) {
    stored.body = words;
    return { status: 200, body: shown(stored) };
  }
  if (github.locked) return refused(403, "Unable to create comment because issue is locked.");
  const id = Math.max(0, ...github.comments.map((one) => one.id)) + 1;
  const made = { id, author: github.login ?? "github-actions[bot]", body: words, hidden: false };
  github.comments.push(made);
  return { status: 201, body: shown(made) };
}
