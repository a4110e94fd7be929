import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { githubContract } from "./github-contract.ts";
import { type StoredComment, shownComment } from "./github-shapes.ts";

/** What goes wrong with the next request of a method; `after` is when it was carried out already. */
export type Fault = {
  readonly method: string;
  readonly when?: "before" | "after";
  readonly how:
    | "reset"
    | "hang"
    | number
    | { readonly status: 403 | 429; readonly headers: Record<string, string>; readonly message: string };
};

type Answer = { status: number; body?: unknown; headers?: Record<string, string> };

/** GitHub's comments on loopback: real HTTP, real state, requests and answers held against GitHub's own description. */
export type GitHub = {
  readonly url: string;
  readonly comments: StoredComment[];
  /** `METHOD path` of every request. */
  readonly requests: string[];
  /** Requests and answers that GitHub's description does not allow: keep it empty. */
  readonly violations: string[];
  readonly faults: Fault[];
  /** Login that the token writes as; undefined refuses to tell. */
  login: string | undefined;
  permission: "write" | "read" | "none";
  locked: boolean;
  close(): Promise<void>;
};

const LONGEST = 65_536;

/** Starts a stand-in for one repository, `octo/app`, with one pull request, 7. */
export async function startGitHub(): Promise<GitHub> {
  const contract = await githubContract();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const github: GitHub = {
    url: `http://127.0.0.1:${port}`,
    comments: [],
    requests: [],
    violations: [],
    faults: [],
    login: "github-actions[bot]",
    permission: "write",
    locked: false,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  server.on("request", async (request: IncomingMessage, response: ServerResponse) => {
    const { method = "", url: target = "" } = request;
    const sent = await text(request);
    const body: unknown = sent === "" ? undefined : JSON.parse(sent);
    const url = new URL(target, github.url);
    github.requests.push(`${method} ${target}`);

    const at = github.faults.findIndex((fault) => fault.method === method);
    const [fault] = at < 0 ? [] : github.faults.splice(at, 1);
    const answer = fault && fault.when !== "after" ? undefined : carryOut(method, url, body);
    if (fault?.how === "hang") return;
    if (fault?.how === "reset") request.socket.resetAndDestroy();
    else send(fault === undefined ? answer : faulty(fault), response);
  });

  function carryOut(method: string, url: URL, body: unknown): Answer {
    if (url.pathname === "/graphql") return viewer(body);
    const matched = contract(method, url, body);
    if (matched === undefined) {
      github.violations.push(`${method} ${url.pathname} is not described`);
      return notFound;
    }
    const answer = answerTo(method, matched.parameters, url, body);
    const wrong = [...matched.wrong, ...matched.answerWrong(answer.status, answer.body)];
    github.violations.push(...wrong.map((fault) => `${method} ${url.pathname} ${answer.status}: ${fault}`));
    return answer;
  }

  function viewer(body: unknown): Answer {
    const query = JSON.stringify(body);
    if (github.login === undefined)
      return { status: 200, body: { data: null, errors: [{ message: "not accessible" }] } };
    if (!query.includes("viewer { login }")) return { status: 400, body: { message: "unexpected query" } };
    return { status: 200, body: { data: { viewer: { login: github.login } } } };
  }

  function answerTo(
    method: string,
    parameters: Readonly<Record<string, string>>,
    url: URL,
    body: unknown,
  ): Answer {
    const { owner, repo, issue_number, comment_id } = parameters;
    const here = `${owner}/${repo}` === "octo/app" && (issue_number === undefined || issue_number === "7");
    if (!here || github.permission === "none") return notFound;
    if (method === "GET") return page(url);
    if (github.permission === "read") return forbidden("Resource not accessible by integration");

    const stored = github.comments.find(({ id }) => id === Number(comment_id));
    const words = textOf(body);
    if (method !== "POST" && stored === undefined) return notFound;
    if (method === "DELETE") {
      github.comments.splice(0, Number.POSITIVE_INFINITY, ...github.comments.filter((one) => one !== stored));
      return { status: 204 };
    }
    if (words === "" || [...words].length > LONGEST) return tooLong;
    if (stored !== undefined) {
      stored.body = words;
      return { status: 200, body: shown(stored) };
    }
    if (github.locked) return forbidden("Unable to create comment because issue is locked.");
    const id = Math.max(0, ...github.comments.map((one) => one.id)) + 1;
    const made = { id, author: github.login ?? "github-actions[bot]", body: words, hidden: false };
    github.comments.push(made);
    return { status: 201, body: shown(made) };
  }

  function page(url: URL): Answer {
    const size = Math.min(100, Number(url.searchParams.get("per_page") ?? 30));
    const number = Number(url.searchParams.get("page") ?? 1);
    const all = github.comments.toSorted((a, b) => a.id - b.id);
    const found = all.slice((number - 1) * size, number * size);
    const next = `<${github.url}${url.pathname}?per_page=${size}&page=${number + 1}>; rel="next"`;
    return { status: 200, body: found.map(shown), headers: number * size < all.length ? { link: next } : {} };
  }

  function shown(comment: StoredComment) {
    return shownComment(comment, github.url);
  }

  return github;
}

const notFound: Answer = { status: 404, body: { message: "Not Found" } };
const tooLong: Answer = {
  status: 422,
  body: {
    message: "Validation Failed",
    documentation_url: "https://docs.github.com/rest",
    errors: [{ code: "custom" }],
  },
};

function forbidden(message: string): Answer {
  return { status: 403, body: { message } };
}

function textOf(body: unknown): string {
  return typeof body === "object" && body !== null && "body" in body ? String(body.body) : "";
}

function faulty({ how }: Fault): Answer {
  if (typeof how === "number") return { status: how, body: { message: "Server Error" } };
  if (typeof how === "object")
    return { status: how.status, body: { message: how.message }, headers: how.headers };
  return { status: 500 };
}

function send(answer: Answer = { status: 500 }, response: ServerResponse): void {
  const { status, body, headers } = answer;
  response.writeHead(status, { "content-type": "application/json; charset=utf-8", ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}
