import assert from "node:assert/strict";
import { type SemanticToken, semanticTokens } from "@aiplan/core";
import type { Verb } from "./verb.ts";

/** `@tokens(golden)`: the lines of the file that have tokens, and below each its tokens, a line for each. */
export const tokens: Verb = ({ argument = "tokens", plan, golden }) => {
  const { text } = plan.file;
  const found = semanticTokens(plan, { start: 0, end: text.length });
  for (const [index, { start, end }] of found.entries())
    assert.ok(
      start >= (found[index - 1]?.end ?? 0) && end > start && end <= text.length,
      "in order, none over another",
    );
  let start = 0;
  const lines = text.split("\n").flatMap((line) => {
    const end = start + line.length;
    const own = found.filter((token) => token.start >= start && token.end <= end);
    start = end + 1;
    return own.length === 0 ? [] : [line, ...own.map((token) => `    ${shown(text, token)}`)];
  });
  golden(argument, lines.join("\n"));
};

/** `@tokenshere a | b`: the words of the tokens that are asked for with the marked span. */
export const tokensHere: Verb = ({ marker, plan, rest }) => {
  const words = semanticTokens(plan, marker).map(({ start, end }) => plan.file.text.slice(start, end));
  assert.deepEqual(words, rest === "" ? [] : rest.split(" | "));
};

function shown(text: string, { start, end, kind, defines, lent }: SemanticToken): string {
  return `${kind} ${text.slice(start, end)}${defines ? ", defined" : ""}${lent ? ", lent" : ""}`;
}
