import type { TabStop } from "@aiplan/core";

/** Writes the snippets of one document: the numbers of the tab stops go on from one edit to the next. */
export class SnippetWriter {
  private numbered = 0;

  /**
   * A text in the snippet syntax of the protocol. Where a stop has choices, the text that stands there is the first of
   * them, so that it stays visible until somebody chooses.
   *
   * @param last the cursor ends up after the last stop of this text
   */
  write(text: string, stops: readonly TabStop[], last: boolean): string {
    const names = [...new Set(stops.map((stop) => stop.name ?? stop))];
    const numbers = new Map(stops.map((stop) => [stop, this.numbered + names.indexOf(stop.name ?? stop) + 1]));
    this.numbered += names.length;
    const final = last ? stops.find((stop) => numbers.get(stop) === this.numbered) : undefined;
    let written = "";
    let at = 0;
    for (const [stop, number] of [...numbers].sort(([a], [b]) => a.start - b.start)) {
      written += escapeText(text.slice(at, stop.start));
      const placeholder = text.slice(stop.start, stop.end);
      written += stop.choices?.length
        ? `\${${number}|${[placeholder, ...stop.choices].map(escapeChoice).join(",")}|}`
        : `\${${number}:${escapeText(placeholder)}}`;
      if (stop === final) written += "$0";
      at = stop.end;
    }
    return written + escapeText(text.slice(at));
  }
}

function escapeText(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}

/** Inside choices only these mean something; a backslash before any other character would be shown. */
function escapeChoice(text: string): string {
  return text.replace(/[\\,|]/g, "\\$&");
}
