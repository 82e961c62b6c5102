import { isNode, Pair, parseAllDocuments, Scalar, YAMLMap, type Node as YamlNode } from "yaml";
import { SectionBuilder, TreeContext } from "../syntax/build-tree.ts";
import { tooDeepAt } from "../syntax/nesting.ts";
import { explain, type YamlError } from "../syntax/traps.ts";
import { Data } from "./data.ts";

/** Where the text of a linked file can't be read as YAML or JSON. UTF-16 offsets into the text, `end` exclusive. */
export interface LinkedTextProblem {
  /** One or two sentences for somebody who is not a programmer. */
  readonly message: string;
  readonly start: number;
  readonly end: number;
  /** Counts from 1. */
  readonly line: number;
}

/** A linked file, parsed once: any number of links may then be followed into it. */
export interface LinkedText {
  readonly uri: string;
  /** What it holds, of which a file of several documents has several; an empty one is left out. */
  readonly documents: readonly Data[];
  /** It is XML or another text of tags, of which nothing is read. */
  readonly isMarkup?: true;
  /** The first thing that stops it from being read; there are no documents then. */
  readonly problem?: LinkedTextProblem;
}

/** What is read as YAML: a Markdown page has some only in front of its text. */
interface Readable {
  readonly text: string;
  readonly start: number;
}

/** Is the file a page of text, of which only the front matter is data? */
export function isPage(uri: string): boolean {
  return /\.(?:md|mdx|markdown|html?)$/i.test(uri);
}

const FRONT_MATTER = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)^(?:---|\.\.\.)[ \t]*\r?$/m;

/**
 * Parses the text of a linked file: YAML or JSON, of one or several documents, or a Markdown page with front matter.
 * Never throws, whatever the text; what aliases may add and how deep it may nest are bounded.
 */
export function readLinkedText(uri: string, text: string): LinkedText {
  if (!isPage(uri) && /^\uFEFF?\s*<[?!a-z]/i.test(text)) return { uri, documents: [], isMarkup: true };
  const readable = isPage(uri) ? frontMatter(text) : withoutMark(text);
  const context = new TreeContext(uri);
  const read = readDocuments(readable, context, uri);
  const error = read.error ?? context.errors.find(({ code }) => code !== "KEY_NOT_A_WORD");
  if (!error) return { uri, documents: read.documents };
  // The explanations look around the place, so they are given the text that was read.
  const { start, end, message } = describe(error, readable.text);
  const from = readable.start + start;
  const line = text.slice(0, from).split(/\r\n|\r|\n/).length;
  return { uri, documents: [], problem: { message, start: from, end: readable.start + end, line } };
}

/** How many documents a file may have: far above what any tool renders; each costs the parser more than its text does. */
const MOST_DOCUMENTS = 10_000;

/** What concerns a file as a whole is said of plans in words of their own. */
const OF_THE_FILE: Readonly<Record<string, string>> = {
  NOT_TEXT: "This is not text: the file is binary or saved in another encoding. Save it as UTF-8.",
  TOO_DEEP: "This is nested too deep to be read.",
  RESOURCE_EXHAUSTION: "This is nested too deep to be read.",
  TOO_MANY_DOCUMENTS: `This file has more than ${MOST_DOCUMENTS} documents (parts between \`---\`). Link a smaller one.`,
  UNREADABLE: "This can't be read as YAML or JSON.",
};

const TEMPLATE =
  "This is a template: a tool such as Helm fills in what stands in `{{ }}`. Link the file that the tool makes of it.";

function describe(error: YamlError, text: string): Omit<LinkedTextProblem, "line"> {
  const message = OF_THE_FILE[error.code] ?? (/\{\{[^{}\n]*\}\}/.test(text) ? TEMPLATE : undefined);
  return message === undefined ? explain(error, text) : { message, start: error.start, end: error.end };
}

/** The parser reads on behind a byte order mark, but takes a list that starts there for indented. */
function withoutMark(text: string): Readable {
  return text.startsWith("\uFEFF") ? { text: text.slice(1), start: 1 } : { text, start: 0 };
}

function frontMatter(text: string): Readable {
  const found = FRONT_MATTER.exec(text);
  // Rules further down the page are no front matter.
  if (found?.index !== 0) return { text: "", start: 0 };
  return { text: found[1] ?? "", start: text.indexOf("\n") + 1 };
}

function readDocuments(
  { text, start }: Readable,
  context: TreeContext,
  uri: string,
): { documents: Data[]; error?: YamlError } {
  const binary = text.indexOf("\0");
  if (binary >= 0) return refused("NOT_TEXT", binary);
  const deep = tooDeepAt(text);
  if (deep !== undefined) return refused("TOO_DEEP", deep);
  const breaks = [...text.matchAll(/^---/gm)];
  if (breaks.length > MOST_DOCUMENTS) return refused("TOO_MANY_DOCUMENTS", breaks[MOST_DOCUMENTS]?.index ?? 0);
  try {
    const documents: Data[] = [];
    const options = { schema: "failsafe", uniqueKeys: false, logLevel: "error", prettyErrors: false } as const;
    for (const { contents, errors } of parseAllDocuments(text, options)) {
      if (errors[0]) return { documents: [], error: errorIn(text, errors[0]) };
      // Anchors hold for one document; the bound on what aliases add holds for the whole file.
      context.anchors.clear();
      if (isNode(contents)) documents.push(build(contents, context, uri, start));
      if (context.errors.length > 0) break;
    }
    return { documents: documents.filter((document) => document.isThere) };
  } catch {
    // No text is known for which the parser throws; should there be one, it is said and the rest goes on.
    return refused("UNREADABLE", 0);
  }
}

/** The tree of a document, in a section of its own that starts where the text does. */
function build(contents: YamlNode, context: TreeContext, uri: string, shift: number): Data {
  const key = new Scalar("document");
  key.source = "document";
  key.range = [0, 0, 0];
  const holder = new YAMLMap<Scalar, YamlNode>();
  holder.items.push(new Pair(key, contents));
  const [only] = new SectionBuilder(context, 0).sections(holder, false);
  return new Data(uri, only?.section.value, shift);
}

function errorIn(
  text: string,
  { code, message, pos }: { code: string; message: string; pos: [number, number] },
): YamlError {
  const start = Math.min(pos[0], text.length);
  return { code, message, start, end: Math.min(Math.max(pos[1], start + 1), text.length) };
}

function refused(code: string, start: number): { documents: Data[]; error: YamlError } {
  return { documents: [], error: { code, message: "", start, end: start + 1 } };
}
