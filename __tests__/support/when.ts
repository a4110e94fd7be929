/** Calls `then` with the process once the log says so. */
export function when(words: string, then: (pid: number) => void) {
  let [pid, log] = [0, ""];
  return {
    onStart: (started: number) => {
      pid = started;
    },
    onLog: (chunk: string) => {
      const before = log.includes(words);
      log += chunk;
      if (!before && log.includes(words)) then(pid);
    },
  };
}
