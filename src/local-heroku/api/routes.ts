import type { Route } from "../http/router.ts";
import { accountRoutes } from "./account.ts";
import { addonRoutes } from "./addons.ts";
import { appRoutes } from "./apps.ts";
import { attachmentRoutes } from "./attachments.ts";
import { buildpackRoutes } from "./buildpacks.ts";
import { buildRoutes } from "./builds.ts";
import { configVarRoutes } from "./config-vars.ts";
import { dynoRoutes } from "./dynos.ts";
import { formationRoutes } from "./formation.ts";
import { logSessionRoutes } from "./log-sessions.ts";
import { planRoutes } from "./plans.ts";
import { releaseRoutes } from "./releases.ts";
import { slugRoutes } from "./slugs.ts";

/** The Platform API: one file per noun, add yours here. */
export const platformRoutes: readonly Route[] = [
  ...accountRoutes,
  ...appRoutes,
  ...configVarRoutes,
  ...buildpackRoutes,
  ...buildRoutes,
  ...slugRoutes,
  ...releaseRoutes,
  ...formationRoutes,
  ...dynoRoutes,
  ...addonRoutes,
  ...attachmentRoutes,
  ...planRoutes,
  ...logSessionRoutes,
];
