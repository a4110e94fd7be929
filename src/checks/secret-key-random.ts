import { type ASTNodeUnion, walk } from "py-ast";
import type { Code, Setting } from "../project/code-facts.ts";
import { dotted } from "../project/dotted.ts";
import type { Check } from "./check.ts";
import { FROM_CONFIG_VAR, secretKeys } from "./secret-keys.ts";

const MAKES_ONE =
  /^(?:os\.)?urandom$|^(?:secrets\.)?token_(?:hex|bytes|urlsafe)$|^(?:uuid\.)?uuid[14]$|^random\.\w+$|^get_random_bytes$|^(?:Fernet\.)?generate_key$/;
const READS = /(?:environ\.get|getenv|environ|config|env)$/;

// Each worker of gunicorn, each dyno and each restart would make a key of its own.
export const secretKeyRandom: Check = {
  id: "secret-key-random",
  title: "The secret key is the same in every process",

  find({ code }) {
    return secretKeys(code).flatMap(({ setting }) => {
      const parts = partsOf(setting, code);
      if (!parts.some((part) => isCallOf(part, MAKES_ONE))) return [];
      const isFallback = parts.some((part) => isCallOf(part, READS) || isEnvironment(part));
      return [
        {
          level: isFallback ? "notice" : "warning",
          file: setting.where.file,
          line: setting.line,
          problem: isFallback
            ? "Without its config var, the secret key is made anew in every process: users would be logged out at random."
            : "The secret key is made anew in every process. gunicorn runs several, and Heroku restarts them at least once a day: what one has signed, " +
              "the next refuses, so that users are logged out and forms fail at random. At home one process runs for long.",
          fix: isFallback ? "Set that config var on Heroku." : `Read it: ${FROM_CONFIG_VAR}`,
        },
      ];
    });
  },
};

/** Every node of the value and, where it is a name, of what the file gives that name. */
function partsOf({ value, where }: Setting, { assigned }: Code): ASTNodeUnion[] {
  const values = value.nodeType === "Name" ? (assigned.get(where.file)?.get(value.id) ?? []) : [value];
  return values.flatMap((node) => [...walk(node)]);
}

function isCallOf(node: ASTNodeUnion, pattern: RegExp): boolean {
  return node.nodeType === "Call" && pattern.test(dotted(node.func) ?? "");
}

function isEnvironment(node: ASTNodeUnion): boolean {
  return node.nodeType === "Subscript" && /(?:^|\.)environ$/.test(dotted(node.value) ?? "");
}
