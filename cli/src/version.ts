import { readFileSync } from "node:fs";

/** The version of the command. */
export function version(): string {
  // The same place seen from the sources and from the bundle.
  return JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")).version;
}
