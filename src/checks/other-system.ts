const ONLY_ON: readonly (readonly [RegExp, string, string])[] = [
  [/^(?:pywin32|pypiwin32|pywinpty|windows-curses)$/, "Windows", 'sys_platform == "win32"'],
  [/^pyobjc(?:-.*)?$/, "macOS", 'sys_platform == "darwin"'],
];

/** The only system that a package can be installed on, and the marker for it; undefined when Linux will do. */
export function otherSystem(key: string): { readonly system: string; readonly marker: string } | undefined {
  const [, system, marker] = ONLY_ON.find(([names]) => names.test(key)) ?? [];
  return system !== undefined && marker !== undefined ? { system, marker } : undefined;
}
