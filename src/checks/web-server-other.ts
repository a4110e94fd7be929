import { optionOf } from "../project/option-of.ts";
import { programOf } from "../project/program.ts";
import type { Word } from "../project/shell.ts";
import type { WebCommand } from "../project/web-command.ts";
import { type Advice, isLoopback, UNHEARD } from "./listening.ts";
import { quote } from "./quote.ts";

type Server = {
  /** Where it listens when it is told nothing. */
  readonly byItself: string;
  readonly hosts: readonly string[];
  readonly ports: readonly string[];
  /** Options that name an address with its port. */
  readonly addresses: readonly string[];
  /** Options and arguments that hand the decision to something that is not read here. */
  readonly elsewhere: RegExp;
  readonly right: string;
};

const SERVERS: Readonly<Record<string, Server>> = {
  "waitress-serve": {
    byItself: "0.0.0.0:8080",
    hosts: ["--host"],
    ports: ["--port"],
    addresses: ["--listen"],
    elsewhere: /^--(?:unix-socket|app-config)/,
    right: "--port=$PORT",
  },
  uvicorn: {
    byItself: "127.0.0.1:8000",
    hosts: ["--host"],
    ports: ["--port"],
    addresses: [],
    elsewhere: /^--(?:uds|fd|env-file)\b/,
    right: "--host 0.0.0.0 --port $PORT",
  },
  hypercorn: {
    byItself: "127.0.0.1:8000",
    hosts: [],
    ports: [],
    addresses: ["--bind", "-b", "--insecure-bind"],
    elsewhere: /^(?:-c|--config)/,
    right: "--bind 0.0.0.0:$PORT",
  },
};

/** What to say of another server's address. */
export function otherServer({ commands, text, scripts }: WebCommand): Advice | undefined {
  const whole = [text, ...scripts].join("\n");
  for (const { words, certain, file, line } of commands) {
    const { name, args } = programOf(words);
    const server = Object.hasOwn(SERVERS, name) ? SERVERS[name] : undefined;
    if (!certain || (name !== "uwsgi" && !server)) continue;
    const advice = server ? addressOf(name, server, args, whole) : uwsgi(args, whole);
    return advice && { file, line, ...advice };
  }
  return undefined;
}

function addressOf(
  name: string,
  server: Server,
  words: readonly Word[],
  command: string,
): Advice | undefined {
  if (words.some(({ text }) => server.elsewhere.test(text)) || /\bUVICORN_/.test(command)) return undefined;
  const address = optionOf(words, server.addresses);
  const host = optionOf(words, server.hosts);
  const port = optionOf(words, server.ports);
  const given = address ?? port;
  if (!given) return unheard(name, server, quote(server.byItself));
  if (/^(?:unix|fd):/.test(given.text)) return undefined;
  if (given.literal && !given.text.includes("$")) return unheard(name, server, quote(given.text));
  const reached = address ?? host;
  // Nothing said, a config var may still name the host: uvicorn reads UVICORN_HOST.
  if (!reached && isLoopback(server.byItself))
    return { ...unheard(name, server, "`127.0.0.1`"), level: "warning" };
  return reached && isLoopback(reached.text) ? unheard(name, server, quote(reached.text)) : undefined;
}

function unheard(name: string, { right }: Server, where: string): Advice {
  return {
    level: "error",
    problem: `${name} listens on ${where}, and not where Heroku asks. ${UNHEARD}`,
    fix: `Give it the options \`${right}\`.`,
  };
}

/** uWSGI takes its options from files and variables too, so this is no more than likely. */
function uwsgi(words: readonly Word[], command: string): Advice | undefined {
  const isOpen = words.some(
    ({ text, literal }) => !literal || /\.(?:ini|ya?ml|xml|json)$|^--?(?:ini|yaml|xml|json)\b/.test(text),
  );
  if (isOpen || /\bUWSGI_/.test(command)) return undefined;
  return {
    level: "warning",
    problem: `uwsgi is not told to listen on $PORT. ${UNHEARD}`,
    fix: "Give it the option `--http-socket 0.0.0.0:$PORT`.",
  };
}
