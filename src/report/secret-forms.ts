/** Shorter values would blank out ordinary words, and the runner cannot mask them either. */
const SHORTEST = 6;

/** The ways a secret may turn up in a text: exact strings, and pieces of a longer base64 run. */
export type SecretForms = { readonly plain: readonly string[]; readonly base64: readonly string[] };

/** Every form of a secret that is long enough to be looked for; nothing for a trivial value. */
export function secretForms(secret: string): SecretForms {
  const values = [secret, ...secret.split(/[\r\n]+/), ...passwords(secret)]
    .flatMap((value) => [value, value.trim()])
    .filter((value) => value.length >= SHORTEST);
  return {
    plain: unique(values.flatMap((value) => [value, ...jsonEscaped(value), ...urlEncoded(value)])),
    base64: unique(values.flatMap(insideBase64)),
  };
}

/** The password inside a URL such as DATABASE_URL, as written and decoded. */
function passwords(secret: string): string[] {
  const written = URL.parse(secret.trim())?.password;
  if (!written) return [];
  try {
    return [written, decodeURIComponent(written)];
  } catch {
    return [written];
  }
}

function jsonEscaped(value: string): string[] {
  const escaped = JSON.stringify(value).slice(1, -1);
  const ascii = escaped.replace(
    /[^\x20-\x7e]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return [escaped, ascii];
}

function urlEncoded(value: string): string[] {
  const loose = encodeURIComponent(value.toWellFormed());
  const strict = loose.replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
  const path = strict.replaceAll("%2F", "/");
  const form = new URLSearchParams({ v: value }).toString().slice("v=".length);
  return [loose, strict, path, form, strict.replaceAll("%20", "+")].flatMap((text) => [
    text,
    text.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
  ]);
}

/**
 * The characters that the value always has inside base64, whatever stands before and after it: one form
 * for each of the three positions at which it can begin. They find `:key` and `user:key` of any user.
 */
function insideBase64(value: string): string[] {
  return [0, 1, 2]
    .map((before) => {
      const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(value)]);
      return bytes.toString("base64").slice(Math.ceil((before * 8) / 6), Math.floor((bytes.length * 8) / 6));
    })
    .filter((form) => form.length >= SHORTEST)
    .flatMap((form) => [form, form.replaceAll("+", "-").replaceAll("/", "_")]);
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
