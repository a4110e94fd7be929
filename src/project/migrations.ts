import type { Project } from "./project.ts";

/** Whether the app's tables come from Flask-Migrate: it is listed, and the commit has its migrations folder. */
export function usesFlaskMigrate({ requirements, files }: Project): boolean {
  const isListed =
    requirements?.entries.some(({ key, active }) => key === "flask-migrate" && active) ?? false;
  return isListed && files.has("migrations/env.py");
}
