import { readFile } from "node:fs/promises";
import { connect } from "node:net";

/** Where the kernel lists its sockets: Linux alone says on which address a port is listened to (proc(5)). */
const TABLES = ["/proc/net/tcp", "/proc/net/tcp6"];
const LISTENS = "0A";

/** Whether this system says where a process listens. */
export const TELLS_ADDRESS = process.platform === "linux";

/**
 * Where gunicorn is told to listen in place of its own 0.0.0.0, which would open the port to the network: where it can be
 * told from the 127.0.0.1 of an app that nobody on Heroku could reach.
 */
export const GUNICORN_HOST = TELLS_ADDRESS ? "127.0.0.2" : "127.0.0.1";

/** The host by which a listening process is reached, or that only the dyno itself would reach it on Heroku. */
export type Reach = { readonly host: string } | "loopback";

/** How a process that listens on a port is reached; undefined when none listens. */
export async function reachOf(port: number): Promise<Reach | undefined> {
  if (!TELLS_ADDRESS) return (await accepts(port)) ? { host: GUNICORN_HOST } : undefined;
  const tables = await Promise.all(TABLES.map((table) => readFile(table, "utf8").catch(() => "")));
  const addresses = tables.flatMap((table) => listeningOn(port, table));
  if (addresses.length === 0) return undefined;
  if (addresses.includes(hexadecimal(GUNICORN_HOST))) return { host: GUNICORN_HOST };
  return addresses.every(isLoopback) ? "loopback" : { host: "127.0.0.1" };
}

/** The addresses on which a port is listened to, as such a table writes them: hexadecimal, the last byte of four first. */
export function listeningOn(port: number, table: string): string[] {
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, "0")}`;
  return table.split("\n").flatMap((line) => {
    const [, local = "", , state] = line.trim().split(/\s+/);
    return state === LISTENS && local.endsWith(suffix) ? [local.slice(0, -suffix.length)] : [];
  });
}

/** Whether an address of such a table is one that only this machine reaches: 127.0.0.0/8, also within IPv6, and ::1. */
export function isLoopback(address: string): boolean {
  return /^(?:0{16}FFFF0000)?[0-9A-F]{6}7F$/.test(address) || address === `${"0".repeat(24)}01000000`;
}

function hexadecimal(host: string): string {
  const bytes = host.split(".").map((byte) => Number(byte).toString(16).toUpperCase().padStart(2, "0"));
  return bytes.reverse().join("");
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}
