import { ApiError, invalidParams } from "../http/api-error.ts";

/** A plan of Heroku Postgres; prices are Heroku's, a month in cents. */
export type Plan = {
  readonly id: string;
  readonly name: string;
  readonly human: string;
  readonly cents: number;
};

export const SERVICE = { id: "6c67493d-8fc2-4cd4-9161-4f1ec11cbe69", name: "heroku-postgresql" } as const;

const DEFAULT = "essential-0";

export const PLANS: readonly Plan[] = [
  { id: "0a1f6a50-1f1c-4f0e-9e5c-000000000001", name: DEFAULT, human: "Essential 0", cents: 500 },
  { id: "0a1f6a50-1f1c-4f0e-9e5c-000000000002", name: "essential-1", human: "Essential 1", cents: 900 },
  { id: "0a1f6a50-1f1c-4f0e-9e5c-000000000003", name: "essential-2", human: "Essential 2", cents: 2000 },
  { id: "0a1f6a50-1f1c-4f0e-9e5c-000000000004", name: "standard-0", human: "Standard 0", cents: 5000 },
];

/** The plan that a request names: `heroku-postgresql`, `heroku-postgresql:essential-0`. Throws as Heroku does for dead and unknown ones. */
export function findPlan(wish: string): Plan {
  const [service, name = DEFAULT] = wish.split(":");
  const plan = PLANS.find((candidate) => candidate.name === name);
  if (service === SERVICE.name && plan) return plan;
  if (service === SERVICE.name && /^(mini|basic)$/.test(name)) {
    throw new ApiError(
      422,
      "addon_error",
      `The ${name} plan has reached end-of-life. Choose essential-0 instead.`,
    );
  }
  if (service === SERVICE.name && /^(hobby-)/.test(name)) {
    throw new ApiError(422, "addon_error", `The ${name} plan is no longer available.`);
  }
  throw invalidParams(`Couldn't find either the add-on service or the add-on plan of "${wish}".`);
}

/** Full name of a plan: `heroku-postgresql:essential-0`. */
export function planName(plan: Plan): string {
  return `${SERVICE.name}:${plan.name}`;
}

/** Whether it is the plan that a wish without one gets. */
export function isDefaultPlan(plan: Plan): boolean {
  return plan.name === DEFAULT;
}
