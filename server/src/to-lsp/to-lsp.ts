import type { Place } from "@aiplan/core";
import type { Location, MarkupContent, Range } from "vscode-languageserver";
import { MarkupKind } from "vscode-languageserver";
import type { Client } from "../client.ts";
import type { OpenDocuments } from "../documents.ts";
import type { Snapshot } from "../plans.ts";

/**
 * What every conversion of the core's answers needs to know: the client, its documents, and where the docs are. The files
 * beside this one have a function for each kind of answer; nothing else in the server knows how that looks.
 */
export class ToLsp {
  constructor(
    readonly client: Client,
    readonly documents: OpenDocuments,
    /** The folder of the docs that came with the server, if any did. */
    readonly docs: string | undefined,
  ) {}

  range(snapshot: Snapshot, { uri, start, end }: Place): Range {
    const lines = snapshot.lines(uri);
    const first = { line: 0, character: 0 };
    return lines ? { start: lines.positionAt(start), end: lines.positionAt(end) } : { start: first, end: first };
  }

  /** The range of a span of the plan itself. */
  rangeIn(snapshot: Snapshot, { start, end }: Pick<Place, "start" | "end">): Range {
    return this.range(snapshot, { uri: snapshot.plan.file.uri, start, end });
  }

  /** The client's URI for one of the core's. */
  uri(inside: string): string {
    return this.documents.at(inside)?.uri ?? inside;
  }

  location(snapshot: Snapshot, place: Place): Location {
    return { uri: this.uri(place.uri), range: this.range(snapshot, place) };
  }

  /** The page of a rule: where the client wants it to be, else among those that came with the server. */
  pageOf(rule: string): string | undefined {
    const docs = this.client.docs ?? this.docs;
    return docs?.includes("{rule}")
      ? docs.replaceAll("{rule}", rule)
      : docs && `${docs.replace(/\/+$/, "")}/rules/${rule}.md`;
  }

  /** @param snapshot knows the lines of every file that the places are in */
  locations(snapshot: Snapshot, places: readonly Place[]): Location[] {
    return places.map((place) => this.location(snapshot, place));
  }
}

/** A text in the richest form that the client shows. */
export function markup(
  takesMarkdown: boolean,
  { markdown, plain }: { markdown: string; plain: string },
): MarkupContent {
  return takesMarkdown ? { kind: MarkupKind.Markdown, value: markdown } : { kind: MarkupKind.PlainText, value: plain };
}
