import type { TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { URI, Utils } from "vscode-uri";
import { coreUri } from "./core-uri.ts";

/**
 * The documents that are open in the editor, by the URIs of the core: it spells each URI in one way, and gives a document
 * that was never saved a place in the workspace folder, so that its links lead somewhere.
 */
export class OpenDocuments {
  constructor(
    private readonly documents: TextDocuments<TextDocument>,
    private readonly firstFolder: () => string | undefined,
  ) {}

  /** A document by the client's URI, if it is a plan or a catalog. */
  plan(uri: string): TextDocument | undefined {
    const document = this.documents.get(uri);
    return document && isPlan(document) ? document : undefined;
  }

  /** Every plan and catalog that is open. */
  plans(): TextDocument[] {
    return this.documents.all().filter(isPlan);
  }

  /** The core's URI for one of the client's. */
  inside(uri: string): string {
    const [, unsaved] = /^untitled:(.+)$/.exec(uri) ?? [];
    if (unsaved === undefined) return coreUri(uri);
    if (unsaved.startsWith("/")) return coreUri(`file:${unsaved}`);
    const folder = this.firstFolder();
    return coreUri(folder === undefined ? uri : Utils.joinPath(URI.parse(folder), URI.parse(uri).path).toString());
  }

  /** The open document with this URI of the core, whatever its language. */
  at(inside: string): TextDocument | undefined {
    return this.documents.all().find(({ uri }) => this.inside(uri) === inside);
  }

  /** All of them by their URIs of the core, for those who look for many. */
  byInside(): ReadonlyMap<string, TextDocument> {
    return new Map(this.documents.all().map((document) => [this.inside(document.uri), document]));
  }
}

/** Is it a plan or a catalog? */
export function isPlan({ languageId, uri }: TextDocument): boolean {
  return languageId === "aiplan" || uri.endsWith(".aiplan");
}
