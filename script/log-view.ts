/**
 * Shows a run's log as GitHub would: gives a function that takes the log in pieces and calls `print` with each
 * line for people, workflow commands turned into words (docs.github.com, Workflow commands).
 */
export function logView(print: (line: string) => void): (chunk: string) => void {
  let rest = "";
  let stopped: string | undefined;
  const show = (line: string): void => {
    const [, command = "", parameters = "", text = ""] = /^::([\w-]+)( [^:]*)?::(.*)$/.exec(line) ?? [];
    if (stopped !== undefined) {
      if (line === `::${stopped}::`) stopped = undefined;
      else print(`  ${line}`);
    } else if (command === "stop-commands") stopped = text;
    else if (command === "group") print(`\n-- ${text}`);
    else if (["error", "warning", "notice"].includes(command))
      print(`${command}${place(parameters)}: ${plain(text)}`);
    else if (command === "") print(line);
  };
  return (chunk) => {
    const lines = (rest + chunk).split(/\r?\n/);
    rest = lines.pop() ?? "";
    for (const line of lines) show(line);
  };
}

function place(parameters: string): string {
  const [, file] = /\bfile=([^,]+)/.exec(parameters) ?? [];
  const [, line] = /\bline=(\d+)/.exec(parameters) ?? [];
  return file === undefined ? "" : ` ${file}${line === undefined ? "" : `:${line}`}`;
}

function plain(text: string): string {
  return text.replaceAll("%0A", "\n").replaceAll("%0D", "").replaceAll("%25", "%");
}
