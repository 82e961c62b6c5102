import { URI } from "vscode-uri";

/** The URI of an absolute path, spelt as the core spells the links that it resolves. */
export function uriOf(path: string): string {
  return URI.file(path).toString();
}

/** The path of a `file:` URI in the form of this system. */
export function pathOf(uri: string): string {
  return URI.parse(uri).fsPath;
}
