/** A command that the runner found in a step's output. */
export type RunnerCommand = { readonly command: string; readonly properties: string; readonly data: string };

const COMMANDS = [
  "add-mask", "add-matcher", "add-path", "debug", "echo", "endgroup", "error", "group", "internal-set-repo-path",
  "notice", "remove-matcher", "save-state", "set-env", "set-output", "stop-commands", "warning",
]; // biome-ignore format: a list

/**
 * What the runner obeys in a step's standard output: a port of its two parsers and of stop-commands
 * (actions/runner, ActionCommand.cs and ActionCommandManager.cs). Lines end as .NET's reader ends them; characters that
 * .NET's culture-aware search skips are skipped here too.
 */
export function obeyed(output: string): RunnerCommand[] {
  const found: RunnerCommand[] = [];
  const registered = new Set(COMMANDS);
  let token: string | undefined;

  for (const line of output.split(/\r\n|\r|\n/)) {
    const command = parseV2(line, registered) ?? parseV1(line, registered);
    if (command === undefined) continue;
    if (token !== undefined) {
      if (command.command !== token) continue;
      registered.delete(token);
      token = undefined;
    } else if (command.command === "stop-commands") {
      token = command.data.toLowerCase();
      registered.add(token);
    } else {
      found.push(command);
    }
  }
  return found;
}

function parseV2(line: string, registered: ReadonlySet<string>): RunnerCommand | undefined {
  const message = line.replace(/^[\s\u0085]+/, "").replace(/\p{Default_Ignorable_Code_Point}|\0/gu, "");
  if (!message.startsWith("::")) return undefined;
  const end = message.indexOf("::", 2);
  return end < 0 ? undefined : commandOf(message.slice(2, end), message.slice(end + 2), registered);
}

function parseV1(line: string, registered: ReadonlySet<string>): RunnerCommand | undefined {
  const message = line.replace(/\p{Default_Ignorable_Code_Point}|\0/gu, "");
  const prefix = message.indexOf("##[");
  const end = prefix < 0 ? -1 : message.indexOf("]", prefix);
  return end < 0 ? undefined : commandOf(message.slice(prefix + 3, end), message.slice(end + 1), registered);
}

function commandOf(info: string, data: string, registered: ReadonlySet<string>): RunnerCommand | undefined {
  const [name = "", ...properties] = info.split(" ");
  const command = name.toLowerCase();
  return registered.has(command) ? { command, properties: properties.join(" "), data } : undefined;
}
