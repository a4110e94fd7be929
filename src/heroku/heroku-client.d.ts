// heroku-client 3.1.4 ships no types, and those of DefinitelyTyped leave lib/request out. Only what client.ts uses.
declare module "heroku-client/lib/request.js" {
  import type { Agent, IncomingMessage } from "node:http";

  type RequestOptions = {
    host: string;
    token: string;
    method: string;
    path: string;
    headers: Record<string, string>;
    body?: unknown;
    partial?: boolean;
    timeout: number;
    userAgent: string;
    middleware: (response: IncomingMessage, next: () => void) => void;
  };

  export default class Request {
    constructor(options: RequestOptions);
    protected agent: Agent;
    protected certs: unknown[];
    protected reject: (error: unknown) => void;
    request(): Promise<unknown>;
    protected isRetryAllowed(error: unknown): boolean;
    protected handleFailure(response: IncomingMessage, body: string): void;
  }
}
