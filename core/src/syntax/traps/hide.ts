import type { SyntaxFinding } from "./finding.ts";
import type { Line } from "./lines.ts";

/** The part of a finding that reads on without these lines: it makes comments of them. They must be in order. */
export function hide(text: string, lines: readonly Line[]): Pick<SyntaxFinding, "repair" | "lossy"> {
  const start = lines[0]!.start;
  const end = lines.at(-1)!.end;
  let newText = "";
  let at = start;
  for (const line of lines) {
    newText += `${text.slice(at, line.start)}#`;
    at = line.start + 1;
  }
  return { repair: { start, end, newText: newText + text.slice(at, end) }, lossy: true };
}
