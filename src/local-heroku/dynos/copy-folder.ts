import { constants } from "node:fs";
import { chmod, copyFile, mkdir, readlink, stat, symlink } from "node:fs/promises";
import { entriesOf, within } from "../entries.ts";

/**
 * Copies a folder of files, folders and links, whatever bytes their names are (fs.cp takes text only); what is none of
 * these, such as a socket, is left out. `to` must not be there.
 */
export async function copyFolder(from: string | Buffer, to: string | Buffer): Promise<void> {
  await mkdir(to);
  const entries = await entriesOf(from);
  await Promise.all(
    entries.map(async ({ path, name, dirent }) => {
      const copy = within(to, name);
      if (dirent.isDirectory()) await copyFolder(path, copy);
      else if (dirent.isSymbolicLink()) await symlink(await readlink(path, "buffer"), copy);
      else if (dirent.isFile()) await copyFile(path, copy, constants.COPYFILE_FICLONE);
    }),
  );
  await chmod(to, (await stat(from)).mode);
}
