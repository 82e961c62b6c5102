import { URI, Utils } from "vscode-uri";

/** Where a link leads. Links never leave the workspace, and URLs are never fetched. */
export type LinkTarget =
  | { readonly kind: "file"; readonly uri: string; readonly fragment: string }
  | { readonly kind: "url"; readonly uri: string }
  | { readonly kind: "outside" }
  | { readonly kind: "malformed" };

/**
 * Resolves a link `path#fragment` as written in the file at `from`.
 *
 * @param root the URI of the workspace folder: what a leading `/` means, and what no link may leave
 */
export function resolveLink(link: string, from: string, root: string): LinkTarget {
  if (/^(?:https?|mailto):/i.test(link)) return { kind: "url", uri: link };
  const hash = link.indexOf("#");
  const path = (hash < 0 ? link : link.slice(0, hash)).replaceAll("\\", "/");
  const fragment = hash < 0 ? "" : link.slice(hash + 1);
  // Schemes and drive letters name places that no workspace-relative path does.
  if (path === "" || path.includes("\0") || /^[a-z][a-z0-9+.-]*:/i.test(path) || path.startsWith("//"))
    return { kind: "malformed" };
  try {
    const base = path.startsWith("/") ? URI.parse(root) : Utils.dirname(URI.parse(from));
    const target = Utils.joinPath(base, path.replace(/^\/+/, ""));
    if (!isInside(target.toString(), root)) return { kind: "outside" };
    return { kind: "file", uri: target.toString(), fragment };
  } catch {
    return { kind: "malformed" };
  }
}

/**
 * Is a text, where words are as good as a link, meant as a path or URL? What has blanks in it is a sentence, unless it
 * begins as only a path does; and without the ending of a file a word may name anything.
 */
export function looksLikePath(text: string): boolean {
  return /^(?:\.{1,2}[\\/]|https?:\/\/\S+$)/i.test(text) || /^[^\s@]+\.(?:ya?ml|json)(?:#\S*)?$/i.test(text);
}

/** Is the URI that of the folder or of something under it? Both are compared as normalised by vscode-uri. */
export function isInside(uri: string, folder: string): boolean {
  const base = normalUri(folder).replace(/\/*$/, "/");
  const normal = normalUri(uri);
  return normal === base.slice(0, -1) || normal.startsWith(base);
}

/** One spelling for URIs that differ only in escapes or dot segments. */
export function normalUri(uri: string): string {
  const parsed = URI.parse(uri);
  return parsed.path === "" ? parsed.toString() : Utils.joinPath(parsed, ".").toString();
}

/** The last part of a URI's path, for messages. */
export function fileName(uri: string): string {
  return Utils.basename(URI.parse(uri));
}
