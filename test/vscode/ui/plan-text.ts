/** How a plan is laid out: how many spaces a level is indented by, and what ends its lines. */
export interface Layout {
  readonly name: string;
  readonly indent: 2 | 4;
  readonly lineEnd: "\n" | "\r\n";
}

export const LAYOUTS: readonly Layout[] = [
  { name: "2 spaces", indent: 2, lineEnd: "\n" },
  { name: "4 spaces", indent: 4, lineEnd: "\n" },
  { name: "CRLF", indent: 2, lineEnd: "\r\n" },
];

/** A text that is indented by two spaces and has LF line ends, in another layout. */
export function layOut(text: string, { indent, lineEnd }: Layout): string {
  const indented = text.replace(/^ +/gm, (spaces) => spaces.repeat(indent / 2));
  return indented.replaceAll("\n", lineEnd);
}

/** Some whole lines of a text; counted from 0. */
export interface Lines {
  readonly first: number;
  readonly count: number;
}

/** The lines of what stands under a key, the key's own line included, up to the next line that is indented no deeper. */
export function linesUnder(text: string, key: string): Lines {
  const lines = text.split(/\r?\n/);
  const first = lines.findIndex((line) => line.trim() === `${key}:`);
  if (first === -1) throw new Error(`No line has only the key ${key}`);
  const depth = depthOf(lines[first]!);
  const after = lines.findIndex((line, at) => at > first && line.trim() !== "" && depthOf(line) <= depth);
  return { first, count: (after === -1 ? lines.length : after) - first };
}

/** A text without some of its lines. */
export function without(text: string, { first, count }: Lines): string {
  return text
    .split(/(?<=\n)/)
    .toSpliced(first, count)
    .join("");
}

function depthOf(line: string): number {
  return line.length - line.trimStart().length;
}
