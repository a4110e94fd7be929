import type { Addon } from "./addon.ts";
import type { App } from "./app.ts";

/** The name under which an app knows an add-on: NAME makes the config var NAME_URL. */
export type Attachment = {
  readonly id: string;
  readonly name: string;
  readonly namespace: string | null;
  readonly addon: Addon;
  readonly app: App;
  readonly createdAt: string;
};
