/**
 * Prints as console.log does, through the extension host's console, which VS Code carries to whoever started it.
 * The mark tells our lines from VS Code's own.
 */
export function say(first: unknown = "", ...values: unknown[]): void {
  const text = String(first).replace(/%[sdi]/g, (place) => (values.length > 0 ? String(values.shift()) : place));
  for (const line of [text, ...values].join(" ").split("\n")) console.log(`| ${line}`);
}
