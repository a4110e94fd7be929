/** Entries per list on each rung: all, then fewer. */
const RUNGS = [Number.POSITIVE_INFINITY, 100, 20, 5];

/** The fullest rendering that fits, or `line`, which is short enough for any limit, when even the shortest is too long. */
export function fitting(
  render: (most: number) => string,
  line: string,
  fits: (text: string) => boolean,
): string {
  for (const most of RUNGS) {
    const text = render(most);
    if (fits(text)) return text;
  }
  return line;
}
