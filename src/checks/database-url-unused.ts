import type { Value } from "../project/config-value.ts";
import type { Check } from "./check.ts";
import { isSqlite, knowsDatabaseUrl, loadedUrls, readingDatabaseUrl } from "./database-url.ts";
import { quote } from "./quote.ts";

// Heroku Postgres writes its address into DATABASE_URL and nowhere else.
export const databaseUrlUnused: Check = {
  id: "database-url-unused",
  title: "The app reads DATABASE_URL",

  find(project) {
    const { code } = project;
    if (knowsDatabaseUrl(code)) return [];
    return loadedUrls(code).flatMap(({ setting, values }) => {
      const source = sourceOf(values);
      return source === undefined
        ? []
        : [
            {
              level: "warning",
              file: setting.where.file,
              line: setting.line,
              problem:
                `The database's URL is ${source}, and nothing reads DATABASE_URL. That is the config var in which Heroku ` +
                "Postgres gives its address; at home, another one is set.",
              fix: `Read it: \`${readingDatabaseUrl(project)}\`. Or set the config var that the app reads, and turn this check off.`,
            },
          ];
    });
  },
};

/** Where a URL comes from, when it is neither Heroku's nor unknown; a clause that follows "is". */
function sourceOf(values: readonly Value[]): string | undefined {
  if (values.some(({ kind }) => kind === "unknown")) return undefined;
  const read = values.find((value) => value.kind === "env");
  if (read?.kind === "env") return /^HEROKU_/.test(read.name) ? undefined : `read from ${quote(read.name)}`;
  const isBuilt = values.some(
    (value) =>
      value.kind === "text" &&
      !value.complete &&
      !isSqlite(value.text) &&
      /^\w+(?:\+\w+)?:\/\//.test(value.text),
  );
  return isBuilt ? "put together from parts" : undefined;
}
