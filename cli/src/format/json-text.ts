/**
 * A value as JSON on one line. `##` is written with an escape, so that the log of a CI server, to which `##[` and
 * `##vso[` begin commands wherever they stand, has no command to obey. Nor has a terminal: what moves its cursor, or turns
 * the direction of text around, stands there with an escape, too.
 */
export function jsonText(value: unknown): string {
  return JSON.stringify(value).replaceAll("##", "#\\u0023").replace(OBEYED, escaped);
}

/** Of what `visible` replaces elsewhere that which JSON lets stand as it is. */
const OBEYED = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

function escaped(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
