/**
 * The URL of a file beside the one that names it.
 *
 * @param path from the folder of the one that names it, with forward slashes; it is not taken for the scheme of a URL
 */
export function relativeUrl(path: string): string {
  // Half a character has no code of its own.
  const whole = path.replace(/\p{Cs}/gu, "\ufffd");
  return `./${whole.split("/").map(encodeURIComponent).join("/")}`;
}
