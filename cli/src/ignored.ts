import { dirname, relative, sep } from "node:path";

/**
 * Says of files whether a configuration leaves them alone.
 *
 * @param config the absolute path of the configuration: its globs are relative to the folder it is in
 * @returns a function of absolute paths
 */
export function ignoredBy(config: string, globs: readonly string[]): (path: string) => boolean {
  const folder = dirname(config);
  const patterns = globs.map(patternOf);
  return (path) => {
    const below = relative(folder, path).replaceAll(sep, "/");
    return patterns.some((pattern) => pattern.test(below));
  };
}

/**
 * The usual globs: `*` and `?` stay within one name, `**` spans folders, `{a,b}` is either. A glob that matches a
 * folder covers all that is in it.
 */
function patternOf(glob: string): RegExp {
  const clean = glob.replace(/^(?:\.?\/)+/, "").replace(/\/+$/, "");
  let depth = 0;
  const source = clean.replace(/\*\*\/|\*\*|[*?{},]|[.+^$()|[\]\\/]/g, (sign) => {
    switch (sign) {
      case "**/":
        return "(?:[^/]+/)*";
      case "**":
        return ".*";
      case "*":
        return "[^/]*";
      case "?":
        return "[^/]";
      case "{":
        depth++;
        return "(?:";
      case "}":
        if (depth === 0) return "\\}";
        depth--;
        return ")";
      case ",":
        return depth > 0 ? "|" : ",";
      default:
        return `\\${sign}`;
    }
  });
  return new RegExp(`^${source}${")".repeat(depth)}(?:/.*)?$`, "u");
}
