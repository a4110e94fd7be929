import { isUtf8 } from "node:buffer";

const MARKS: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xff, 0xfe, 0x00, 0x00], "utf-32le"],
  [[0x00, 0x00, 0xfe, 0xff], "utf-32be"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
];

/** Whether a text begins with the byte order mark of UTF-16 or UTF-32. */
export function isWide(bytes: Buffer): boolean {
  return MARKS.some(([mark, encoding]) => encoding !== "utf-8" && startsWith(bytes, mark));
}

/**
 * The text of a requirements file as pip decodes it: by its byte order mark (PowerShell writes UTF-16), else by
 * a PEP 263 comment in the first two lines, else as UTF-8. Undefined when pip could not read it on Heroku.
 */
export function decodeRequirements(bytes: Buffer): string | undefined {
  for (const [mark, encoding] of MARKS) {
    if (startsWith(bytes, mark)) return decode(bytes.subarray(mark.length), encoding);
  }
  return decode(bytes, declared(bytes) ?? "utf-8");
}

function startsWith(bytes: Buffer, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

function declared(bytes: Buffer): string | undefined {
  const lines = bytes.subarray(0, 1000).toString("latin1").split("\n", 2);
  for (const line of lines) {
    const encoding = line.startsWith("#") ? /coding[:=]\s*([-\w.]+)/.exec(line)?.[1] : undefined;
    if (encoding !== undefined)
      return encoding
        .toLowerCase()
        .replaceAll("_", "-")
        .replace(/^latin-1$/, "latin1");
  }
  return undefined;
}

function decode(bytes: Buffer, encoding: string): string | undefined {
  // Node sets up its TextDecoder on first use, for as long as all of a small requirements file takes.
  if (encoding === "utf-8") return isUtf8(bytes) ? bytes.toString("utf8") : undefined;
  if (encoding === "utf-32le" || encoding === "utf-32be") return decodeUtf32(bytes, encoding === "utf-32le");
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function decodeUtf32(bytes: Buffer, littleEndian: boolean): string | undefined {
  if (bytes.length % 4 !== 0) return undefined;
  let text = "";
  for (let at = 0; at < bytes.length; at += 4) {
    const code = littleEndian ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at);
    if (code > 0x10ffff) return undefined;
    text += String.fromCodePoint(code);
  }
  return text;
}
