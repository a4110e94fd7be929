/** The time as the API writes it, without fractions of a second. */
export function now(): string {
  return new Date().toISOString().replace(/\.\d+Z$/, "Z");
}
