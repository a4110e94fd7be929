import { access } from "node:fs/promises";

/** Whether a file or a folder is there. */
export function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
