import { randomUUID } from "node:crypto";
import { ApiError, invalidParams } from "../http/api-error.ts";
import type { App } from "../state/app.ts";
import type { Formation } from "../state/formation.ts";
import { now } from "../state/now.ts";

const SIZES = ["Eco", "Basic", "Standard-1X", "Standard-2X", "Performance-M", "Performance-L"];
/** Eco and Basic dynos come one per process type, and an app has at most 100. */
const LARGEST = 100;

/** Makes the formation fit the process types of a release: `web` starts with one dyno, others with none. */
export function fitFormation({ formation }: App, processTypes: ReadonlyMap<string, string>): void {
  for (const type of formation.keys()) {
    if (!processTypes.has(type)) formation.delete(type);
  }
  for (const [type, command] of processTypes) {
    const known = formation.get(type);
    if (known) known.command = command;
    else {
      const [createdAt, quantity] = [now(), type === "web" ? 1 : 0];
      const id = randomUUID();
      formation.set(type, { id, type, command, quantity, size: "Basic", createdAt, updatedAt: createdAt });
    }
  }
}

/** Changes one process type. `quantity` may be "2", "+1" or "-1": the CLI sends text. Throws ApiError. */
export function scale(
  app: App,
  type: string,
  change: { quantity: string | number | undefined; size: string | undefined },
): Formation {
  const formation = app.formation.get(type);
  if (!formation) {
    throw new ApiError(404, "not_found", `Couldn't find that process type (${type}).`, {
      resource: "process type",
    });
  }
  if (change.size !== undefined) formation.size = dynoSize(change.size);
  if (change.quantity !== undefined) formation.quantity = quantity(formation, String(change.quantity));
  formation.updatedAt = now();
  return formation;
}

/** A dyno size as Heroku writes it, from any spelling of its letters. Throws 422 for one that does not exist. */
export function dynoSize(wish: string): string {
  const size = SIZES.find((candidate) => candidate.toLowerCase() === wish.toLowerCase());
  if (size) return size;
  throw invalidParams(`No such size as ${wish}.`);
}

function quantity({ quantity: before, size }: Formation, wish: string): number {
  if (!/^[+-]?\d+$/.test(wish)) throw invalidParams("Quantity must be a number.");
  const wanted = /^[+-]/.test(wish) ? Math.max(0, before + Number(wish)) : Number(wish);
  const limit = size === "Eco" || size === "Basic" ? 1 : LARGEST;
  if (wanted <= limit) return wanted;
  const message = `Cannot run more than ${limit} ${size} size dynos of a process type.`;
  throw new ApiError(422, "cannot_run_above_limit", message, { limit, size });
}
