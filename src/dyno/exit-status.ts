import { StringDecoder } from "node:string_decoder";

/** A line without an end in sight is cut here: no marker is longer. */
const LINE_CAP = 65_536;

/**
 * Reads a dyno's raw output, cut anywhere: complete lines as they come, and at the end the exit status that
 * `dynoCommand` printed after the marker. No complete marker line means unknown: the connection broke.
 */
export class ExitStatusScanner {
  readonly #decoder = new StringDecoder("utf8");
  readonly #prefix: string;
  #rest = "";
  /** An empty line is held back: the command prints one before its marker. */
  #blank = false;
  #status: number | "unknown" = "unknown";

  constructor(marker: string) {
    this.#prefix = `${marker} `;
  }

  /** Whether the exit status has come, behind which nothing is printed. */
  get hasStatus(): boolean {
    return this.#status !== "unknown";
  }

  /** Takes the next piece of output and gives the lines that it completes, without their ends. */
  push(chunk: Buffer | string): string[] {
    this.#rest += typeof chunk === "string" ? chunk : this.#decoder.write(chunk);
    const lines = this.#rest.split("\n");
    this.#rest = lines.pop() ?? "";
    if (this.#rest.length > LINE_CAP) {
      lines.push(this.#rest);
      this.#rest = "";
    }
    return lines.flatMap((line) => this.#take(line.endsWith("\r") ? line.slice(0, -1) : line));
  }

  /** The last, unfinished line if there is one, and the exit status. */
  end(): { lines: string[]; status: number | "unknown" } {
    this.#rest += this.#decoder.end();
    const last = this.#rest === "" ? [] : [this.#rest];
    return { lines: this.#blank ? ["", ...last] : last, status: this.#status };
  }

  #take(line: string): string[] {
    const held = this.#blank ? [""] : [];
    this.#blank = line === "";
    if (this.#blank) return held;
    const status = line.startsWith(this.#prefix) ? line.slice(this.#prefix.length) : "";
    if (!/^\d{1,3}$/.test(status)) return [...held, line];
    this.#status = Number(status);
    return [];
  }
}
