import type { Check } from "./check.ts";
import { quote } from "./quote.ts";

const SECRET = /KEY|SECRET|PASS|PWD|TOKEN|CREDENTIAL|DATABASE|_URL$|_URI$|_DSN$/i;
const LOADS = /(?:^|\.)(?:load_dotenv|read_env|read_envfile|dotenv_values)$/;

// Only names of the file are ever quoted.
export const dotenvCommitted: Check = {
  id: "dotenv-committed",
  title: "The file .env is not in the commit",

  find({ texts, code }) {
    const text = texts.get(".env");
    const loads = code.calls.filter(
      ({ name, where }) => LOADS.test(name) && where.loaded !== "no" && where.guard !== "main",
    );
    const named = text === undefined ? undefined : firstName(text, loads.length > 0 ? /./ : SECRET);
    if (!named) return [];
    const wins = loads.some(({ node }) =>
      node.keywords.some(
        ({ arg, value }) => arg === "override" && value.nodeType === "Constant" && value.value === true,
      ),
    );
    return [
      {
        level: "warning",
        file: ".env",
        line: named.line,
        problem: `The file with your own settings is in the commit, ${quote(named.name)} among them. ${effectOf(loads.length > 0, wins)}`,
        fix:
          "Run `git rm --cached .env`, add the line `.env` to .gitignore, and set what Heroku needs as config vars. " +
          "Change every password and key that was in it: git's history keeps them.",
      },
    ];
  },
};

function effectOf(isLoaded: boolean, wins: boolean): string {
  const read = "Whoever can read the repository can read it.";
  if (wins)
    return `The app loads it with \`override=True\`, so on Heroku it replaces the config vars, DATABASE_URL included where it names it. ${read}`;
  return isLoaded
    ? `The app loads it on Heroku too, where it fills in every config var that is not set, with values for your machine. ${read}`
    : read;
}

/** The first variable with a value whose name fits. */
function firstName(
  text: string,
  pattern: RegExp,
): { readonly name: string; readonly line: number } | undefined {
  for (const [index, line] of text.split("\n").entries()) {
    const [, name] = /^\uFEFF?\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(?!\s|$|""|'')/.exec(line) ?? [];
    if (name !== undefined && pattern.test(name)) return { name, line: index + 1 };
  }
  return undefined;
}
