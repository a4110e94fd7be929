import type { MissingColumn, TableShape } from "../report/report.ts";
import type { DynoMode } from "./command.ts";
import { DYNO_FAILURES, type DynoFailureKind } from "./failures.ts";

/** What the models are like that still is no failure. */
export type DynoWarning =
  | "no-database"
  | "no-models"
  | "sqlite"
  /** The command ran, but the app or its database could not be looked at: nothing is known about its tables. */
  | "app-not-loaded";

/** Tables are named as in `table`, `schema.table`, `bind.table` or `bind.schema.table`. */
export type DynoSuccess = {
  readonly ok: true;
  readonly mode: DynoMode;
  readonly created: readonly string[];
  readonly existing: readonly string[];
  /** Tables that the models want and that are not there: possible in every mode but `create`. */
  readonly absent: readonly string[];
  readonly missingColumns: readonly MissingColumn[];
  /** What is in the databases at the end, models' tables first; empty when it could not be looked at. */
  readonly schema: readonly TableShape[];
  readonly warnings: readonly DynoWarning[];
  /** Names in the dyno's home. */
  readonly files: readonly string[];
};

export type DynoFailure = {
  readonly ok: false;
  readonly mode: DynoMode;
  readonly kind: DynoFailureKind;
  /** How far it came: import, database, connect, create, inspect, migrate or command. */
  readonly stage: string;
  /** The exit status of `flask db upgrade` or of the user's command, null where neither failed. */
  readonly status: number | null;
  /** The module that is not installed, by Python's word; null where that is not the reason or cannot be told. */
  readonly module: string | null;
  readonly files: readonly string[];
};

export type DynoResult = DynoSuccess | DynoFailure;

const MODES: readonly unknown[] = ["create", "migrate", "command"] satisfies DynoMode[];
const WARNINGS: readonly unknown[] = [
  "no-database",
  "no-models",
  "sqlite",
  "app-not-loaded",
] satisfies DynoWarning[];

/** What follows the marker: number, count, and a piece of JSON. */
const PIECE = /^ (\d+)\/(\d+) (.*)$/;

/** Whether a line of the dyno's output is a piece of the result, and nothing for people to read. */
export function isResultLine(line: string, marker: string): boolean {
  return line.startsWith(`${marker} `);
}

/** The result in the dyno's output, undefined when it is not there, not complete, or not of this shape. */
export function parseDynoResult(lines: readonly string[], marker: string): DynoResult | undefined {
  let text = "";
  let next = 1;
  let result: DynoResult | undefined;
  for (const line of lines) {
    if (!isResultLine(line, marker)) continue;
    const [, number, count, chunk] = PIECE.exec(line.slice(marker.length)) ?? [];
    if (number === "1") [text, next] = ["", 1];
    if (Number(number) !== next++) continue;
    text += chunk;
    if (number === count) result = parse(text);
  }
  return result;
}

function parse(text: string): DynoResult | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (isSuccess(value)) return value;
  return isFailure(value) ? { ...value, module: moduleName(value.module) } : undefined;
}

/** Anything may stand in an exception of the app's. */
function moduleName(value: unknown): string | null {
  return typeof value === "string" && /^[A-Za-z_][\w.]{0,99}$/.test(value) ? value : null;
}

function isSuccess(value: unknown): value is DynoSuccess {
  return (
    isCommon(value, true) &&
    [value.created, value.existing, value.absent].every(isTexts) &&
    isList(value.missingColumns, isMissingColumn) &&
    isList(value.schema, isTableShape) &&
    isList(value.warnings, (warning) => WARNINGS.includes(warning))
  );
}

function isFailure(value: unknown): value is DynoFailure {
  return (
    isCommon(value, false) &&
    typeof value.kind === "string" &&
    Object.hasOwn(DYNO_FAILURES, value.kind) &&
    typeof value.stage === "string" &&
    (value.status === null || Number.isInteger(value.status))
  );
}

function isCommon(value: unknown, ok: boolean): value is Record<string, unknown> {
  return isRecord(value) && value.ok === ok && MODES.includes(value.mode) && isTexts(value.files);
}

function isMissingColumn(value: unknown): boolean {
  return isRecord(value) && [value.table, value.column, value.ddl].every((text) => typeof text === "string");
}

function isTableShape(value: unknown): boolean {
  return (
    isRecord(value) &&
    typeof value.table === "string" &&
    isList(value.columns, isColumn) &&
    isList(value.foreignKeys, isForeignKey)
  );
}

function isColumn(value: unknown): boolean {
  return (
    isRecord(value) &&
    [value.name, value.type].every((text) => typeof text === "string") &&
    typeof value.primaryKey === "boolean"
  );
}

function isForeignKey(value: unknown): boolean {
  return (
    isRecord(value) && typeof value.target === "string" && [value.columns, value.references].every(isTexts)
  );
}

function isTexts(value: unknown): boolean {
  return isList(value, (item) => typeof item === "string");
}

function isList(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
