import type { SemanticToken, TokenKind } from "@aiplan/core";
import {
  SemanticTokenModifiers as Modifiers,
  SemanticTokensBuilder,
  type SemanticTokensEdit,
  type SemanticTokensLegend,
  SemanticTokenTypes as Types,
} from "vscode-languageserver";
import type { Client } from "../client.ts";
import type { Snapshot } from "../plans.ts";

/**
 * How each kind is shown: the first of these types that the client knows. All are standard, and of those that every theme
 * colours: people and things as types, what happens as functions, points in time as constants.
 */
const TYPES: Readonly<Record<TokenKind, readonly Types[]>> = {
  role: [Types.interface, Types.class, Types.type],
  system: [Types.namespace, Types.class, Types.type],
  "data-source": [Types.struct, Types.class, Types.type],
  join: [Types.struct, Types.class, Types.type],
  column: [Types.property, Types.variable],
  metric: [Types.class, Types.type],
  milestone: [Types.enumMember],
  "rollout-step": [Types.enumMember],
  trigger: [Types.macro, Types.function],
  "escalation-path": [Types.function, Types.method],
  "fallback-mode": [Types.function, Types.method],
  review: [Types.method, Types.function],
  decision: [Types.method, Types.function],
  choice: [Types.enumMember],
  number: [Types.number],
  date: [Types.number],
};
const MODIFIERS = [Modifiers.declaration, Modifiers.defaultLibrary];

/** The types and modifiers that may come, as the client counts them; only those that it knows. */
export function legendFor({ tokenTypes, tokenModifiers }: Client): SemanticTokensLegend {
  return {
    tokenTypes: [...new Set(Object.values(TYPES).flat())].filter((type) => tokenTypes.has(type)),
    tokenModifiers: MODIFIERS.filter((modifier) => tokenModifiers.has(modifier)),
  };
}

/** The tokens in the numbers of the protocol: no token spans lines or lies over another, which not every client takes. */
export function toSemanticTokens(client: Client, snapshot: Snapshot, tokens: readonly SemanticToken[]): number[] {
  const { tokenTypes, tokenModifiers } = legendFor(client);
  const lines = snapshot.lines(snapshot.plan.file.uri)!;
  const builder = new SemanticTokensBuilder();
  for (const token of tokens) {
    const type = TYPES[token.kind].map((one) => tokenTypes.indexOf(one)).find((index) => index >= 0);
    if (type === undefined) continue;
    const { line, character } = lines.positionAt(token.start);
    const length = lines.positionAt(token.end).character - character;
    const own: readonly string[] = modifiersOf(token);
    const bits = tokenModifiers.reduce((sum, one, index) => sum | (own.includes(one) ? 1 << index : 0), 0);
    builder.push(line, character, length, type, bits);
  }
  return builder.build().data;
}

function modifiersOf({ defines, lent }: SemanticToken): Modifiers[] {
  return [...(defines ? [Modifiers.declaration] : []), ...(lent ? [Modifiers.defaultLibrary] : [])];
}

/** One edit over all that differs; none where nothing does. */
export function editsBetween(before: readonly number[], after: readonly number[]): SemanticTokensEdit[] {
  const shortest = Math.min(before.length, after.length);
  let start = 0;
  while (start < shortest && before[start] === after[start]) start++;
  let same = 0;
  while (same < shortest - start && before.at(-1 - same) === after.at(-1 - same)) same++;
  const deleteCount = before.length - same - start;
  const data = after.slice(start, after.length - same);
  return deleteCount === 0 && data.length === 0 ? [] : [{ start, deleteCount, data }];
}
