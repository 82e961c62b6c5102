import type { Node } from "../../../core/src/syntax/nodes.ts";
import { readYaml, type YamlReading } from "../../../core/src/syntax/read-yaml.ts";
import type { SyntaxFinding, TextChange } from "../../../core/src/syntax/traps.ts";

export function read(text: string): YamlReading {
  return readYaml(text, "file:///plan.aiplan");
}

/** The text after changes, none of which may overlap. */
export function changed(text: string, changes: readonly TextChange[]): string {
  let result = text;
  for (const { start, end, newText } of [...changes].sort((a, b) => b.start - a.start || b.end - a.end))
    result = result.slice(0, start) + newText + result.slice(end);
  return result;
}

export function fixed(text: string, finding: SyntaxFinding): string | undefined {
  return finding.fix && changed(text, finding.fix.changes);
}

export function marked(text: string, finding: SyntaxFinding): string {
  return text.slice(finding.start, finding.end);
}

/** The tree as plain data; `!` marks what is spoiled. */
export function plain(node: Node): unknown {
  if (node.kind === "list") return node.all.map(plain);
  if (node.kind === "map")
    return Object.fromEntries(node.all.map(({ key, value }) => [(key.spoiled ? "!" : "") + key.text, plain(value)]));
  return node.spoiled ? "!" : node.text;
}

/** All sections as plain data. */
export function contents(text: string): Record<string, unknown> {
  const entries = read(text).sections.map(({ section }) => {
    return [(section.key.spoiled ? "!" : "") + section.name, plain(section.value)] as const;
  });
  return Object.fromEntries(entries);
}
