import type { Code } from "../project/code-facts.ts";
import { type Configured, configured } from "../project/config.ts";

/** How the key is given on Heroku, as text that follows a verb. */
export const FROM_CONFIG_VAR =
  '`os.environ["SECRET_KEY"]`, and set that config var once, for example by the action\'s `config-vars` input: ' +
  "`SECRET_KEY=$" +
  "{{ secrets.SECRET_KEY }}`.";

/** What may be the key that signs the app's sessions, in files that are or may be loaded. */
export function secretKeys(code: Code): Configured[] {
  return configured(code, "SECRET_KEY").filter(({ setting }) => setting.where.loaded !== "no");
}
