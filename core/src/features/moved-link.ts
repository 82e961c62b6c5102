import { URI, Utils } from "vscode-uri";
import { isInside, resolveLink } from "../workspace/links.ts";

/** A file before and after something was moved or renamed; the same where it stays. */
export interface Moved {
  readonly from: string;
  readonly to: string;
}

/**
 * What a link has to say after the file that it stands in, or the one that it leads to, has got another URI. It is written
 * as it was: relative or from the root, with or without `./`, with its fragment. Going back gives what was there.
 *
 * @param root the folder that no link of the file leaves, after the move
 * @param isLink would a text be read as a link where this one stands?
 * @returns undefined where it may stay as it is, and where no link could lead there
 */
export function movedLink(
  written: string,
  file: Moved,
  target: Moved,
  root: string,
  isLink: (text: string) => boolean,
): string | undefined {
  const leadsThere = (link: string) => {
    const found = resolveLink(link, file.to, root);
    return found.kind === "file" && found.uri === target.to;
  };
  if (leadsThere(written) || !isInside(target.to, root)) return undefined;
  const hash = written.indexOf("#");
  const path = hash < 0 ? written : written.slice(0, hash);
  const fragment = hash < 0 ? "" : written.slice(hash);
  const slash = path.includes("\\") && !path.includes("/") ? "\\" : "/";
  const moved = pathTo(path, file, target, root).replaceAll("/", slash);
  // What looks like a scheme, or like words, is a path where it begins like one.
  return [moved, `.${slash}${moved}`].map((link) => link + fragment).find((link) => isLink(link) && leadsThere(link));
}

function pathTo(path: string, file: Moved, target: Moved, root: string): string {
  if (/^[\\/]/.test(path)) return `/${relative(root, target.to)}`;
  const stays = (one: Moved) => folderOf(one.from) === folderOf(one.to);
  // Whatever way leads to the folder, it still does.
  if (stays(file) && stays(target)) return path.replace(/[^\\/]*$/, () => Utils.basename(URI.parse(target.to)));
  const way = relative(folderOf(file.to), target.to);
  return /^\.[\\/]/.test(path) ? `./${way}` : way;
}

/** The path that leads from a folder to a file, with `..` where it has to. */
function relative(folder: string, to: string): string {
  const [above, below] = [folder, to].map((uri) => URI.parse(uri).path.split("/").filter(Boolean)) as [
    string[],
    string[],
  ];
  const parted = above.findIndex((name, index) => name !== below[index]);
  const shared = parted < 0 ? above.length : parted;
  return [...above.slice(shared).map(() => ".."), ...below.slice(shared)].join("/");
}

function folderOf(uri: string): string {
  return Utils.dirname(URI.parse(uri)).toString();
}
