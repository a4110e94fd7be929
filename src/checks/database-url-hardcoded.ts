import type { Value } from "../project/config-value.ts";
import type { Check, Remark } from "./check.ts";
import { isSqlite, knowsDatabaseUrl, loadedUrls, readingDatabaseUrl } from "./database-url.ts";

const SERVER = /^[a-z]\w*(?:\+\w+)?:\/\//i;
const HERE = /^[a-z]\w*(?:\+\w+)?:\/\/(?:[^@]*@)?(?:localhost|127\.0\.0\.1|\[::1\]|0\.0\.0\.0)?(?:[:/?]|$)/i;
const WITH_PASSWORD = /^[a-z]\w*(?:\+\w+)?:\/\/[^@/]*:[^@]+@/i;

// Nothing of the URL is ever quoted: any part of it may belong to a password.
export const databaseUrlHardcoded: Check = {
  id: "database-url-hardcoded",
  title: "The database's URL is not written in the code",

  find(project) {
    const isKnown = knowsDatabaseUrl(project.code);
    return loadedUrls(project.code).flatMap(({ setting, values, certain }): Remark[] => {
      const written = values.filter(isServer);
      const [first] = written;
      if (!first) return [];
      const place = { file: setting.where.file, line: setting.line };
      const fix = `Read it from Heroku's config var: \`${readingDatabaseUrl(project)}\`.`;
      const leaks = written.some(({ text }) => WITH_PASSWORD.test(text) && !HERE.test(text));
      if (written.length === values.length && !isKnown) {
        const isHere = HERE.test(first.text);
        const problem = isHere
          ? "The database's URL is written in the code and leads to this machine. On Heroku that is the dyno, where no database runs: every query fails with `Connection refused`."
          : "The database's URL is written in the code, so the app does not use the Heroku Postgres of its own that DATABASE_URL leads to.";
        return [
          { ...place, level: isHere && certain ? "error" : "warning", problem: problem + leak(leaks), fix },
        ];
      }
      if (!leaks) return [];
      const problem = `A database's URL with its password is written in the code.${leak(true)}`;
      return [{ ...place, level: "warning", problem, fix: `${fix} Then change that password.` }];
    });
  },
};

function isServer(value: Value): value is Extract<Value, { kind: "text" }> {
  return value.kind === "text" && value.complete && SERVER.test(value.text) && !isSqlite(value.text);
}

function leak(leaks: boolean): string {
  return leaks ? " Whoever can read the repository can read that database." : "";
}
