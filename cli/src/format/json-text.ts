/**
 * A value as JSON on one line. `##` is written with an escape, so that the log of a CI server, to which `##[` and
 * `##vso[` begin commands wherever they stand, has no command to obey.
 */
export function jsonText(value: unknown): string {
  return JSON.stringify(value).replaceAll("##", "#\\u0023");
}
