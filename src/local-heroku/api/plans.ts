import { notFound } from "../http/api-error.ts";
import { listReply, type Route, reply, route } from "../http/router.ts";
import { findPlan, isDefaultPlan, PLANS, type Plan, planName, SERVICE } from "../state/plans.ts";

const SINCE = "2023-01-01T00:00:00Z";

/** A plan as the API shows it. */
export const planJson = (one: Plan) => ({
  addon_service: SERVICE,
  created_at: SINCE,
  compliance: null,
  default: isDefaultPlan(one),
  description: `Heroku Postgres ${one.human}`,
  human_name: one.human,
  id: one.id,
  installable_inside_private_network: false,
  installable_outside_private_network: true,
  name: planName(one),
  price: { cents: one.cents, contract: false, metered: false, unit: "month" },
  space_default: false,
  state: "ga",
  updated_at: SINCE,
  visible: true,
});

const service = {
  cli_plugin_name: null,
  created_at: SINCE,
  human_name: "Heroku Postgres",
  ...SERVICE,
  state: "ga",
  supported_generations: [{ id: SERVICE.id, name: "cedar" }],
  supports_multiple_installations: true,
  supports_sharing: true,
  updated_at: SINCE,
};

const checkService = (wish: string) => {
  if (wish !== SERVICE.name && wish !== SERVICE.id) throw notFound("addon_service");
};

export const planRoutes: readonly Route[] = [
  route("GET", "/addon-services", (call) => listReply(call, [service])),
  route("GET", "/addon-services/:service", ({ param }) => {
    checkService(param("service"));
    return reply(service);
  }),
  route("GET", "/addon-services/:service/plans", (call) => {
    checkService(call.param("service"));
    return listReply(call, PLANS.map(planJson));
  }),
  route("GET", "/plans/:plan", ({ param }) => reply(planJson(findPlan(param("plan"))))),
];
