import type { NotCompared } from "@aiplan/core";
import type { SourceOf } from "../report/report-of.ts";

/** What could not be compared and why, each a sentence with the place of the cause in its version. */
export async function sentencesOf(
  parts: readonly NotCompared[],
  sources: { readonly before: SourceOf; readonly after: SourceOf },
): Promise<string[]> {
  const sentences: string[] = [];
  for (const { words, place, version } of parts) {
    const source = await sources[version](place.uri);
    const { line, character } = source.rangeOf(place).start;
    sentences.push(`${words.replace(/\.$/, "")} (${source.shown}:${line + 1}:${character + 1}).`);
  }
  return sentences;
}
