import { likelyVersion } from "../project/allowed-version.ts";
import type { Configured } from "../project/config.ts";
import { isFullyKnown, lists } from "../project/requirements.ts";
import { fits } from "../project/versions.ts";
import type { Check, Remark } from "./check.ts";
import { loadedUrls } from "./database-url.ts";

const NAMES_NO_DRIVER = /^\^?postgresql(?::\/?\/?)?$/;
const OTHER_DRIVERS = ["pg8000", "asyncpg", "psycopg2cffi"];

// `postgresql://` without a driver meant psycopg2 until SQLAlchemy 2.0 and means psycopg (3) since 2.1.
export const postgresDriverDefault: Check = {
  id: "postgres-driver-default",
  title: "The driver that SQLAlchemy chooses is the one that is installed",
  buildpack: true,

  find(project) {
    const { requirements, code } = project;
    const version = likelyVersion(project, "sqlalchemy");
    const isUnclear = !requirements || !isFullyKnown(requirements) || code.hasUnreadable;
    if (version === undefined || isUnclear || !lists(project, "sqlalchemy", "flask-sqlalchemy")) return [];

    const hasOld = lists(project, "psycopg2", "psycopg2-binary");
    const hasNew = lists(project, "psycopg");
    const wantsNew = fits(version, ">=2.1.0.dev0");
    // With none of them listed it is no longer a question of the default.
    if (hasOld === hasNew || wantsNew === hasNew || lists(project, ...OTHER_DRIVERS)) return [];

    const [wanted, other, scheme] = wantsNew
      ? (["psycopg", "psycopg2", "postgresql+psycopg2://"] as const)
      : (["psycopg2", "psycopg", "postgresql+psycopg://"] as const);
    const listed = requirements.entries.find(({ key, active }) => active && key.startsWith("psycopg"));
    const unpinned = wantsNew && !isPinned(requirements.entries);
    return loadedUrls(code)
      .filter(({ values }) => values.some((value) => value.kind === "env" && isDefault(value.scheme)))
      .map((url): Remark => {
        const { line, where } = url.setting;
        return {
          level: isCertainly(url) ? "error" : "warning",
          file: where.file,
          line,
          problem:
            `The URL becomes \`postgresql://\`, which names no driver. ${unpinned ? "SQLAlchemy has no pinned version, so Heroku installs the newest, and that" : `SQLAlchemy ${wantsNew ? "since 2.1" : "before 2.1"}`} ` +
            `takes ${wanted} then, but requirements.txt lists ${listed?.key ?? other}: the app ends with ` +
            `\`ModuleNotFoundError: No module named '${wanted}'\`.`,
          fix:
            `Name the driver: \`.replace("postgres://", "${scheme}", 1)\`. ` +
            `Or list ${wanted === "psycopg" ? "`psycopg[binary]`" : "`psycopg2-binary`"} instead.`,
        };
      });
  },
};

function isDefault(scheme: string | undefined): boolean {
  return scheme !== undefined && NAMES_NO_DRIVER.test(scheme);
}

/** With an alternative that keeps the URL as it is, or another database, a condition may decide. */
function isCertainly({ certain, values }: Configured): boolean {
  const read = values.filter((value) => value.kind === "env");
  return certain && read.length > 0 && read.every((value) => isDefault(value.scheme) || !value.rewritten);
}

function isPinned(entries: readonly { readonly key: string; readonly specifier: string }[]): boolean {
  return entries.some(({ key, specifier }) => key === "sqlalchemy" && specifier !== "");
}
