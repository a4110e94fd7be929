import { randomUUID } from "node:crypto";

/** The output of a build or a release phase: kept, and passed on live to whoever reads it. */
export type OutputStream = {
  readonly id: string;
  write(text: string): void;
  end(): void;
  /** Gives everything written so far and from now on; resolves at the end or when the signal says so. */
  read(onText: (text: string) => void, signal?: AbortSignal): Promise<void>;
};

/** An output that nobody has written to yet. */
export function createOutputStream(): OutputStream {
  let written = "";
  let ended = false;
  const readers = new Set<{ onText: (text: string) => void; done: () => void }>();
  return {
    id: randomUUID(),
    write(text) {
      written += text;
      for (const reader of readers) reader.onText(text);
    },
    end() {
      ended = true;
      for (const reader of readers) reader.done();
    },
    async read(onText, signal) {
      if (written !== "") onText(written);
      if (ended || signal?.aborted) return;
      await new Promise<void>((resolve) => {
        const reader = { onText, done: resolve };
        readers.add(reader);
        signal?.addEventListener("abort", () => {
          readers.delete(reader);
          resolve();
        });
      });
    },
  };
}
