import { normalUri } from "@aiplan/core";
import { URI } from "vscode-uri";

/**
 * The core's spelling of a client's URI. Editors have many names for what is in no file, and not all of them make sense
 * as URIs: one without a path becomes a place of its own, from which no link leads anywhere. Never throws.
 */
export function coreUri(uri: string): string {
  try {
    if (URI.parse(uri).path !== "") return normalUri(uri);
  } catch {
    // It has no path that could be understood.
  }
  return `nowhere:/${uri.replace(/[^a-z0-9-]/gi, (sign) => `_${sign.charCodeAt(0)}`)}`;
}
