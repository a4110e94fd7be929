export type Answer = {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

/** A request that GitHub's description has found its operation for. */
export type Asked = {
  readonly method: string;
  readonly url: URL;
  readonly parameters: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
};

export const notFound: Answer = { status: 404, body: { message: "Not Found" } };

/** A refusal as GitHub words it. */
export function refused(status: number, message: string): Answer {
  return { status, body: { message, documentation_url: "https://docs.github.com/rest" } };
}

/** The answer to a request whose body GitHub does not take. */
export function invalid(): Answer {
  return {
    status: 422,
    body: {
      message: "Validation Failed",
      documentation_url: "https://docs.github.com/rest",
      errors: [{ code: "custom" }],
    },
  };
}

/** One page of a list, with the address of the next. */
export function page<T>(url: URL, all: readonly T[], shown: (item: T) => unknown): Answer {
  const size = Math.min(100, Number(url.searchParams.get("per_page") ?? 30));
  const number = Number(url.searchParams.get("page") ?? 1);
  const next = new URL(url);
  next.searchParams.set("page", String(number + 1));
  return {
    status: 200,
    body: all.slice((number - 1) * size, number * size).map(shown),
    headers: number * size < all.length ? { link: `<${next}>; rel="next"` } : {},
  };
}
