import { isMap, isNode, isSeq, parseDocument } from "yaml";
import { SectionBuilder, TreeContext } from "./build-tree.ts";
import { tooDeepAt } from "./nesting.ts";
import type { Section, Span } from "./nodes.ts";
import { readPlain } from "./read-plain.ts";
import { splitSections } from "./split-sections.ts";
import { explain, type SyntaxFinding, type TextChange, type YamlError } from "./traps.ts";

/** What a file holds as plain YAML, before anything is known of the plan language. Offsets are into the whole text. */
export interface YamlReading {
  readonly sections: readonly { readonly section: Section; readonly start: number }[];
  readonly findings: readonly SyntaxFinding[];
  /** Where a second document starts, if one does. */
  readonly secondDocument?: Span;
}

/** After so many mended errors a section is taken as it is; each costs one more reading of it. */
const MOST_REPAIRS = 30;
/** How much text may be read again after repairs in one file, in UTF-16 units: what a second is enough for. */
const MOST_READ_AGAIN = 1_000_000;
/** How much text could be read in the time that one more error takes. */
const COST_OF_AN_ERROR = 50;
/** Findings about aliases and keys of one file: more would say nothing new. */
const MOST_TREE_FINDINGS = 100;

/** Reads any string. */
export function readYaml(text: string, uri = ""): YamlReading {
  const sections = readPlain(text, uri);
  return sections ? { sections, findings: [] } : readAnyYaml(text, uri);
}

/**
 * Reads any string with the `yaml` package. Where the whole has errors, each section is read by itself, so that one slip
 * spoils only its own.
 */
export function readAnyYaml(text: string, uri = ""): YamlReading {
  const binary = text.indexOf("\0");
  if (binary >= 0) {
    const error = { code: "NOT_TEXT", message: "", start: binary, end: binary + 1 };
    return { sections: [], findings: [explain(error, text)] };
  }
  const whole = parse(text);
  const second = whole.errors.find((error) => error.code === "MULTIPLE_DOCS");
  if (second) return { sections: [], findings: [], secondDocument: { start: second.start, end: second.start + 3 } };
  const file: Reading = { context: new TreeContext(uri), readAgain: 0 };
  const readings = whole.errors.length === 0 ? [readPiece(text, 0, whole, file)] : readSections(text, file);
  const findings = readings.flatMap((reading) => reading.findings);
  // What is wrong between sections shows only where they are read together.
  if (findings.length === 0 && whole.errors[0]) findings.push(explain(whole.errors[0], text));
  for (const error of file.context.errors.slice(0, MOST_TREE_FINDINGS)) findings.push(explain(error, text));
  return {
    sections: readings.flatMap((reading) => reading.sections),
    findings: findings.sort((a, b) => a.start - b.start),
  };
}

function readSections(text: string, file: Reading): YamlReading[] {
  return splitSections(text).map((chunk) => readPiece(chunk.text, chunk.start, parse(chunk.text), file));
}

/** What the pieces of one file share. */
interface Reading {
  readonly context: TreeContext;
  /** UTF-16 units read again so far. */
  readAgain: number;
}

interface Parsed {
  readonly contents: unknown;
  readonly errors: readonly YamlError[];
}

function parse(text: string): Parsed {
  const deep = tooDeepAt(text);
  if (deep !== undefined)
    return { contents: null, errors: [{ code: "TOO_DEEP", message: "", start: deep, end: deep + 1 }] };
  try {
    const options = { schema: "failsafe", uniqueKeys: false, logLevel: "error", prettyErrors: false } as const;
    const { contents, errors, warnings } = parseDocument(text, options);
    const problems = [...errors, ...warnings.filter((warning) => warning.code === "TAG_RESOLVE_FAILED")];
    const found = problems.map(({ code, message, pos }) => ({
      code,
      message,
      start: Math.min(pos[0], text.length),
      end: Math.min(Math.max(pos[1], pos[0] + 1), text.length),
    }));
    return { contents, errors: found.length === 0 || isSeq(contents) ? notAMap(text, contents) : found };
  } catch (error) {
    // No text is known for which the parser throws; should there be one, it is said and the rest goes on.
    return {
      contents: null,
      errors: [{ code: "UNREADABLE", message: String(error), start: 0, end: Math.min(1, text.length) }],
    };
  }
}

/** Reads a piece; the first error is explained, mended where that is possible, and the piece read again. */
function readPiece(original: string, shift: number, parsed: Parsed, file: Reading): YamlReading {
  const findings: SyntaxFinding[] = [];
  const spoiled: Span[] = [];
  const covered: Span[] = [];
  let repairs = 0;
  let text = original;
  let current = parsed;
  let error = current.errors[0];
  let lossy = false;
  while (error) {
    const finding = explain(error, text);
    // What YAML says of text that was mended before is a consequence, of which its author need not know.
    if (!covered.some((span) => overlap(span, finding))) findings.push(shifted(finding, shift));
    else lossy = true;
    covered.push(finding.covers ?? finding, finding.repair ?? finding);
    if (finding.spoils) spoiled.push(finding.spoils);
    if (!finding.repair || !sameLength(finding.repair) || repairs++ >= MOST_REPAIRS || file.readAgain > MOST_READ_AGAIN)
      break;
    lossy ||= finding.lossy === true;
    text = text.slice(0, finding.repair.start) + finding.repair.newText + text.slice(finding.repair.end);
    current = parse(text);
    file.readAgain += text.length + current.errors.length * COST_OF_AN_ERROR;
    const next: YamlError | undefined = current.errors[0];
    // A repair that did not help would only be tried again.
    if (next && next.code === error.code && next.start === error.start) break;
    error = next;
  }
  if (!isMap(current.contents)) return { sections: [], findings };
  const builder = new SectionBuilder(file.context, shift, spoiled);
  return { sections: builder.sections(current.contents, lossy || error !== undefined), findings };
}

/** Whether offsets stay what they are. */
function sameLength({ start, end, newText }: TextChange): boolean {
  return end - start === newText.length;
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** A file is a map; what else it may be is an error of our own. */
function notAMap(text: string, contents: unknown): YamlError[] {
  if (contents === null || isMap(contents)) return [];
  const start = isNode(contents) ? (contents.range?.[0] ?? 0) : 0;
  const lineEnd = text.slice(start).search(/[\r\n]/);
  return [{ code: "NOT_A_MAP", message: "", start, end: lineEnd < 0 ? text.length : start + lineEnd }];
}

function shifted(finding: SyntaxFinding, by: number): SyntaxFinding {
  const move = <Part extends Span>(span: Part): Part => ({ ...span, start: span.start + by, end: span.end + by });
  return {
    ...move(finding),
    ...(finding.fix ? { fix: { ...finding.fix, changes: finding.fix.changes.map(move) } } : {}),
  };
}
