/**
 * Where an answer sends its reader. An app takes its own address for https, since X-Forwarded-Proto says so, and for port
 * 443 when it believes X-Forwarded-Port; here nothing speaks https, so that address is given back as it was asked for.
 * Any other is left alone. `host` is the request's own.
 */
export function ownLocation(location: string, host: string | undefined): string {
  const [, authority, rest = ""] = /^https:\/\/([^/?#\\]*)(.*)$/is.exec(location) ?? [];
  if (authority === undefined || host === undefined) return location;
  const name = host.replace(/:\d+$/, "");
  const isOwn = [host, name, `${name}:443`].some((own) => own.toLowerCase() === authority.toLowerCase());
  return isOwn ? `http://${host}${rest}` : location;
}
