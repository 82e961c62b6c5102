import { format } from "node:util";

/**
 * Prints as console.log does, through the extension host's console, which VS Code carries to whoever started it.
 * The mark tells our lines from VS Code's own.
 */
export function say(...values: unknown[]): void {
  for (const line of format(...values).split("\n")) console.log(`| ${line}`);
}
