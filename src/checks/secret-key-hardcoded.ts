import type { Check } from "./check.ts";
import { FROM_CONFIG_VAR, secretKeys } from "./secret-keys.ts";

// Whoever knows the key can write sessions that the app takes for its own. The value is never printed.
export const secretKeyHardcoded: Check = {
  id: "secret-key-hardcoded",
  title: "The secret key is not written in the code",

  find({ code }) {
    return secretKeys(code).flatMap(({ setting, values }) => {
      const isWritten = values.some((value) => value.kind === "text" && value.complete && value.text !== "");
      if (!isWritten || values.some(({ kind }) => kind === "unknown")) return [];
      const isFallback = values.some(({ kind }) => kind === "env");
      return [
        {
          level: isFallback ? "notice" : "warning",
          file: setting.where.file,
          line: setting.line,
          problem: isFallback
            ? "Without its config var, the secret key is a text that stands in the code, and whoever reads it can forge sessions."
            : "The secret key stands in the code: whoever can read the repository can forge the sessions of your users, such as a login. At home that harms nobody.",
          fix: isFallback
            ? "Set that config var on Heroku."
            : `Read it instead: ${FROM_CONFIG_VAR} Take a new key.`,
        },
      ];
    });
  },
};
