import { execFile } from "node:child_process";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

/** A virtual environment with packages that are only metadata. */
export type VirtualEnvironment = {
  readonly python: string;
  readonly bin: string;
  readonly sitePackages: string;
};

/** Makes a real virtual environment in `folder` in a fraction of a second: without pip. */
export async function virtualEnvironment(folder: string): Promise<VirtualEnvironment> {
  await promisify(execFile)("python3", ["-m", "venv", "--without-pip", folder]);
  const [version = ""] = await readdir(join(folder, "lib"));
  const bin = join(folder, "bin");
  return { python: join(bin, "python"), bin, sitePackages: join(folder, "lib", version, "site-packages") };
}

/** Writes files, making their folders. */
export async function plant(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

/** The files of an installed distribution, as a wheel leaves them. */
export function distribution(
  name: string,
  version: string,
  more: { requires?: string[]; files?: string[] } = {},
) {
  const folder = `${name.replaceAll("-", "_")}-${version}.dist-info`;
  const requires = (more.requires ?? []).map((text) => `Requires-Dist: ${text}\n`).join("");
  const files = [...(more.files ?? []), `${folder}/METADATA`, `${folder}/RECORD`, "../../../bin/tool"];
  return {
    [`${folder}/METADATA`]: `Metadata-Version: 2.1\nName: ${name}\nVersion: ${version}\n${requires}\n`,
    [`${folder}/RECORD`]: files.map((file) => `${file},sha256=x,1\n`).join(""),
  };
}
