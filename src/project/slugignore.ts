import { type PathPattern, pathPattern } from "./path-patterns.ts";

/**
 * The patterns of a .slugignore. Heroku removes what they name before the buildpack sees it. They are written as in
 * .gitignore, but nothing takes one back: a line with `!` does nothing.
 */
export function slugignore(text: string | undefined): PathPattern[] {
  return (text ?? "").split("\n").flatMap((raw, index) => {
    const pattern = raw.trim();
    return pattern === "" || /^[#!]/.test(pattern) ? [] : [pathPattern(pattern, index + 1)];
  });
}
