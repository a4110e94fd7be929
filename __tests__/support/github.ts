import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import { type Answer, notFound, refused } from "./github-answer.ts";
import { commentsAnswer } from "./github-comments.ts";
import { githubContract } from "./github-contract.ts";
import { deploymentsAnswer } from "./github-deployments.ts";
import type { StoredComment, StoredDeployment } from "./github-shapes.ts";

/** What goes wrong with the next request of a method; `after` is when it was carried out already. */
export type Fault = {
  readonly method: string;
  /** How its path ends, when it is not the next request of the method anyway. */
  readonly path?: string;
  readonly when?: "before" | "after";
  readonly how:
    | "reset"
    | "hang"
    /** A proxy's page in place of an answer. */
    | "page"
    | number
    | { readonly status: 403 | 429; readonly headers: Record<string, string>; readonly message: string };
};

export type Access = "write" | "read" | "none";

/** One repository on loopback: real HTTP, real state, requests and answers held against GitHub's own description. */
export type GitHub = {
  readonly url: string;
  readonly comments: StoredComment[];
  readonly deployments: StoredDeployment[];
  /** `METHOD path` of every request. */
  readonly requests: string[];
  /** Requests and answers that GitHub's description does not allow: keep it empty. */
  readonly violations: string[];
  readonly faults: Fault[];
  /** Login that the token writes as; undefined refuses to tell. */
  login: string | undefined;
  /** What the token may do, by the names of a workflow's `permissions:`. */
  readonly permissions: { "pull-requests": Access; issues: Access; deployments: Access };
  locked: boolean;
  /** How long every answer takes. */
  delayMs: number;
  close(): Promise<void>;
};

/** Starts a stand-in for one private repository, `octo/app`, with one pull request, 7. */
export async function startGitHub(): Promise<GitHub> {
  const contract = await githubContract();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const github: GitHub = {
    url: `http://127.0.0.1:${port}`,
    comments: [],
    deployments: [],
    requests: [],
    violations: [],
    faults: [],
    login: "github-actions[bot]",
    permissions: { "pull-requests": "write", issues: "write", deployments: "write" },
    locked: false,
    delayMs: 0,
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
    await wait(github.delayMs);

    const at = github.faults.findIndex(
      (fault) => fault.method === method && url.pathname.endsWith(fault.path ?? ""),
    );
    const [fault] = at < 0 ? [] : github.faults.splice(at, 1);
    const answer = fault && fault.when !== "after" ? undefined : carryOut(method, url, body);
    if (fault?.how === "hang") return;
    if (fault?.how === "reset") request.socket.resetAndDestroy();
    else if (fault?.how === "page") response.end("<html>Sign in to the network</html>");
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
    if (`${parameters.owner}/${parameters.repo}` !== "octo/app") return notFound;
    const comments = url.pathname.includes("/issues/");
    const { permissions } = github;
    // A pull request is an issue: either permission opens its comments.
    const has = comments ? [permissions["pull-requests"], permissions.issues] : [permissions.deployments];
    if (!has.includes("write") && !(method === "GET" && has.includes("read")))
      return refused(403, "Resource not accessible by integration");
    const asked = { method, url, parameters, body: Object(body) };
    return comments ? commentsAnswer(github, asked) : deploymentsAnswer(github, asked);
  }

  return github;
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
