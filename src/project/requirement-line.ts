import { type Dependency, parseNameAndTarget } from "./dependency.ts";
import { type Marker, parseMarker } from "./markers.ts";
import { inTree, isInstallable, type Tree } from "./tree.ts";

/** What one line asks for: something with a known name, or a path or URL whose name only a build would tell. */
export type Wanted =
  | (Dependency & { readonly kind: "named" })
  | { readonly kind: "unnamed"; readonly target: string; readonly marker: Marker | undefined };

const SCHEMES =
  /^(?:https?|file|ftp|ssh|git|hg|bzr|sftp|svn|git\+(?:https?|ssh|git|file)|hg\+(?:file|https?|ssh|static-http)|svn\+(?:ssh|https?|svn|file)|bzr\+(?:https?|ssh|sftp|ftp|lp|file)):/i;
const VCS = /^(?:ssh|git|hg|bzr|sftp|svn|(?:git|hg|svn|bzr)\+[a-z-]+):/i;
const ARCHIVE = /\.(?:whl|zip|tar|tgz|tbz|txz|tlz|tar\.(?:gz|bz2|xz|lz|lzma))$/i;
const PROJECT_NAME = /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/i;

/** Reads the requirement of a line as pip's install_req_from_line; undefined when pip refuses it. */
export function parseRequirement(text: string, tree: Tree): Wanted | undefined {
  const isUrl = SCHEMES.test(text);
  const separator = isUrl ? "; " : ";";
  const at = text.indexOf(separator);
  const markerText = at < 0 ? "" : text.slice(at + separator.length).trim();
  const marker = markerText === "" ? undefined : parseMarker(markerText);
  if (markerText !== "" && marker === undefined) return undefined;

  const target = (at < 0 ? text : text.slice(0, at)).trim();
  if (isUrl) return fromUrl(target, marker);

  const folder = folderAt(target, tree);
  if (looksLikePath(target) && folder !== undefined) {
    return isInstallable(tree, folder) ? { kind: "unnamed", target, marker } : undefined;
  }
  if (ARCHIVE.test(withoutExtras(target)) && !isNamedUrl(target)) return fromUrl(target, marker);

  const dependency = parseNameAndTarget(target);
  return dependency && { kind: "named", ...dependency, marker };
}

/** Reads the value of `-e` as pip's install_req_from_editable; undefined when pip refuses it. */
export function parseEditable(text: string, tree: Tree): Wanted | undefined {
  const named = parseNameAndTarget(text.split(" ;", 1)[0] ?? "");
  if (named?.url !== undefined) {
    return VCS.test(named.url) || /^file:/i.test(named.url)
      ? { kind: "named", ...named, marker: undefined }
      : undefined;
  }
  if (/^file:/i.test(text)) return fromUrl(text, undefined);
  if (VCS.test(text)) {
    const wanted = fromUrl(text, undefined);
    return wanted?.kind === "named" ? wanted : undefined;
  }
  return folderAt(text, tree) !== undefined
    ? { kind: "unnamed", target: text, marker: undefined }
    : undefined;
}

function fromUrl(url: string, marker: Marker | undefined): Wanted | undefined {
  const wheel = /([^/-]+)-([^/-]+)(?:-[0-9][^/-]*)?-[^/-]+-[^/-]+-[^/-]+\.whl(?:$|[?#])/.exec(url);
  if (wheel)
    return { kind: "named", name: wheel[1] ?? "", extras: [], specifier: `==${wheel[2]}`, url, marker };

  const egg = /[#&]egg=([^&]*)/.exec(url)?.[1];
  if (egg === undefined) return { kind: "unnamed", target: url, marker };
  return PROJECT_NAME.test(egg)
    ? { kind: "named", name: egg, extras: [], specifier: "", url, marker }
    : undefined;
}

function looksLikePath(text: string): boolean {
  return text.includes("/") || text.startsWith(".");
}

/** The folder of the commit that a path (with extras, perhaps) names. pip resolves it from where it runs: the root. */
function folderAt(text: string, tree: Tree): string | undefined {
  const path = inTree(withoutExtras(text));
  return path !== undefined && tree.folders.has(path) ? path : undefined;
}

function withoutExtras(path: string): string {
  return path.endsWith("]") && path.includes("[") ? path.slice(0, path.lastIndexOf("[")).trimEnd() : path;
}

function isNamedUrl(text: string): boolean {
  const at = text.indexOf("@");
  return at >= 0 && !looksLikePath(text.slice(0, at));
}
