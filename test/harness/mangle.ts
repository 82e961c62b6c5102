import { CST, Lexer } from "yaml";

/** What stands in a text between its white space, as YAML cuts it. */
interface Token {
  readonly type: string;
  readonly source: string;
}

function tokens(text: string): Token[] {
  const found: Token[] = [];
  let plain = false;
  for (const source of new Lexer().lex(text)) {
    const type: string = plain ? "plain" : (CST.tokenType(source) ?? "plain");
    if (!plain && (type === "scalar" || type === "doc-mode" || type === "flow-error-end")) plain = type === "scalar";
    else {
      found.push({ type, source });
      plain = false;
    }
  }
  return found;
}

/** Multiplies what every line is indented by, and what stands behind hyphens, so that the lines stay below one another. */
export function indentBy(text: string, factor: number): string {
  return text.replace(/^( *)((?:- +)*)/gm, (_, indent: string, dashes: string) => {
    const wider = dashes.replace(/- +/g, (dash) => `-${" ".repeat(dash.length * factor - 1)}`);
    return " ".repeat(indent.length * factor) + wider;
  });
}

/** Writes other white space where it means nothing. `choose` says how many spaces; columns are no longer aligned after it. */
export function respace(text: string, choose: () => number): string {
  let depth = 0;
  let result = "";
  const all = tokens(text);
  for (const [index, { type, source }] of all.entries()) {
    const next = all[index + 1]?.type;
    const isBlockText = next === "scalar" || type === "block-scalar-header";
    if (type === "flow-map-end" || type === "flow-seq-end") depth--;
    if (depth >= 0 && /^(?:comma|flow-(?:map|seq)-end)$/.test(type) && /[^\s]$/.test(result))
      result += " ".repeat(choose());
    result += source;
    if (type === "flow-map-start" || type === "flow-seq-start") depth++;
    const isMark = /^(?:comma|map-value-ind|flow-(?:map|seq)-start)$/.test(type);
    if (isMark && next !== "newline" && !isBlockText) result += " ".repeat(choose());
    else if (next === "newline" && !/newline|space|^plain|scalar/.test(type)) result += " ".repeat(choose());
  }
  return result;
}
