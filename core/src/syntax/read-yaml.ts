import { isMap, parseDocument } from "yaml";
import type { Section, Span } from "./nodes.ts";
import { SectionBuilder, TreeContext } from "./build-tree.ts";
import { splitSections } from "./split-sections.ts";
import { explain, type SyntaxFinding, type YamlError } from "./traps.ts";

/** What a file holds as plain YAML, before anything is known of the plan language. Offsets are into the whole text. */
export interface YamlReading {
  readonly sections: readonly { readonly section: Section; readonly start: number }[];
  readonly findings: readonly SyntaxFinding[];
  /** Where a second document starts, if one does. */
  readonly secondDocument?: Span;
}

/** After so many mended errors a section is taken as it is; each costs one more reading of it. */
const MOST_REPAIRS = 30;

/** Reads any string. Where the whole has errors, each section is read by itself, so that one slip spoils only its own. */
export function readYaml(text: string): YamlReading {
  const whole = parse(text);
  const second = whole.errors.find((error) => error.code === "MULTIPLE_DOCS");
  if (second) return { sections: [], findings: [], secondDocument: { start: second.start, end: second.start + 3 } };
  const context = new TreeContext();
  const readings =
    whole.errors.length === 0
      ? [readPiece(text, 0, whole, context)]
      : splitSections(text).map((chunk) => readPiece(chunk.text, chunk.start, parse(chunk.text), context));
  const treeFindings = context.errors.map((error) => explain(error, text));
  return {
    sections: readings.flatMap((reading) => reading.sections),
    findings: [...readings.flatMap((reading) => reading.findings), ...treeFindings].sort((a, b) => a.start - b.start),
  };
}

interface Parsed {
  readonly contents: unknown;
  readonly errors: readonly YamlError[];
}

function parse(text: string): Parsed {
  try {
    const options = { schema: "failsafe", uniqueKeys: false, logLevel: "silent", prettyErrors: false } as const;
    const { contents, errors, warnings } = parseDocument(text, options);
    const problems = [...errors, ...warnings.filter((warning) => warning.code === "TAG_RESOLVE_FAILED")];
    return {
      contents,
      errors: problems.map(({ code, message, pos }) => ({
        code,
        message,
        start: pos[0],
        end: Math.max(pos[1], pos[0] + 1),
      })),
    };
  } catch (error) {
    // The parser recurses, so text that nests a thousand levels deep exhausts its stack.
    const code = error instanceof RangeError ? "TOO_DEEP" : "UNREADABLE";
    return { contents: null, errors: [{ code, message: String(error), start: 0, end: Math.min(1, text.length) }] };
  }
}

/** Reads a piece; the first error is explained, mended where that is possible, and the piece read again. */
function readPiece(original: string, shift: number, parsed: Parsed, context: TreeContext): YamlReading {
  const findings: SyntaxFinding[] = [];
  const spoiled: Span[] = [];
  let text = original;
  let current = parsed;
  let error = current.errors[0];
  for (let repairs = 0; error && repairs < MOST_REPAIRS; repairs++) {
    const finding = explain(error, text);
    findings.push(shifted(finding, shift));
    if (finding.spoils) spoiled.push(finding.spoils);
    if (!finding.repair) break;
    text = text.slice(0, finding.repair.start) + finding.repair.newText + text.slice(finding.repair.end);
    current = parse(text);
    error = current.errors[0];
  }
  const builder = new SectionBuilder(context, shift, spoiled);
  if (isMap(current.contents)) return { sections: builder.sections(current.contents, error !== undefined), findings };
  if (current.contents !== null && findings.length === 0) {
    const end = original.trimEnd().length;
    const start = original.length - original.trimStart().length;
    findings.push(shifted(explain({ code: "NOT_A_MAP", message: "", start, end: firstLineEnd(original, start, end) }, original), shift));
  }
  return { sections: [], findings };
}

function firstLineEnd(text: string, start: number, end: number): number {
  const line = text.slice(start, end).search(/[\r\n]/);
  return line < 0 ? end : start + line;
}

function shifted(finding: SyntaxFinding, by: number): SyntaxFinding {
  const move = <Part extends Span>(span: Part): Part => ({ ...span, start: span.start + by, end: span.end + by });
  return {
    ...move(finding),
    ...(finding.fix ? { fix: { ...finding.fix, changes: finding.fix.changes.map(move) } } : {}),
  };
}
