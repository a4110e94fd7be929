/**
 * A reader that does no input or output itself: it yields the paths that it needs next and is given the contents of
 * those that the commit has. So one code reads a commit through git and, in tests, files written as literals.
 */
export type Reading<T> = Generator<readonly string[], T, ReadonlyMap<string, Buffer>>;
