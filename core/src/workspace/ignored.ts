import { URI, Utils } from "vscode-uri";
import type { Config } from "./config.ts";
import { normalUri } from "./links.ts";

/** Does the configuration say to leave this plan alone? Its globs count from the folder of the configuration file. */
export function isIgnored(config: Config, uri: string): boolean {
  if (config.uri === undefined || config.ignore.length === 0) return false;
  const base = `${Utils.dirname(URI.parse(normalUri(config.uri))).path.replace(/\/$/, "")}/`;
  const { path } = URI.parse(normalUri(uri));
  return path.startsWith(base) && config.ignore.some((glob) => matchesGlob(glob, path.slice(base.length)));
}

/**
 * Does a path, or a folder it lies in, match a glob? `*` and `?` stand for characters of one name, `**` for any number
 * of folders, `{a,b}` for one of several.
 */
function matchesGlob(glob: string, path: string): boolean {
  const trimmed = glob.replace(/^(?:\.?\/)+/, "").replace(/\/+$/, "");
  if (trimmed === "") return false;
  let depth = 0;
  const pattern = trimmed.replace(/(?:\*\*\/)+|\*+|[?{},]|[^\w/]/g, (part) => {
    if (part.startsWith("**/")) return "(?:[^/]+/)*";
    if (part.startsWith("**")) return ".*";
    if (part === "*") return "[^/]*";
    if (part === "?") return "[^/]";
    if (part === "{") {
      depth++;
      return "(?:";
    }
    if (part === "}" && depth > 0) {
      depth--;
      return ")";
    }
    if (part === "," && depth > 0) return "|";
    return part.replace(/[\\^$.*+?()[\]{}|]/, "\\$&");
  });
  // An open brace that is never closed is no glob of anything.
  return depth === 0 && new RegExp(`^${pattern}(?:/.*)?$`, "u").test(path);
}
