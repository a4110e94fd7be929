import { chmod, rm } from "node:fs/promises";
import { entriesOf } from "./entries.ts";

/**
 * Removes a folder, if it is there. An app may have left folders in it that nobody may write into, such as the module
 * cache of Go's. Throws when something is in the way all the same.
 */
export async function removeFolder(folder: string): Promise<void> {
  const remove = () => rm(folder, { recursive: true, force: true, maxRetries: 10 });
  await remove().catch(async () => {
    await openFolders(folder);
    await remove();
  });
}

/** What is gone meanwhile, for the first attempt may still be at work, is passed over. */
async function openFolders(folder: string | Buffer): Promise<void> {
  await chmod(folder, 0o700).catch(() => undefined);
  for (const { path, dirent } of await entriesOf(folder).catch(() => [])) {
    if (dirent.isDirectory()) await openFolders(path);
  }
}
