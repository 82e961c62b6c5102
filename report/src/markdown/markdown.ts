import type { ReportPlace } from "../data/index.ts";
import { clipped, markdownCode, markdownMessage, markdownText, relativeUrl } from "../text/index.ts";

/** Of a message, or of a sentence of a plan, as much is shown. */
const LONGEST = 1_000;

/** Markdown on one line, in which nothing of a plan has a meaning. */
export class Markdown {
  constructor(readonly text: string) {}
}

/** What may stand in a template: text that is escaped, or Markdown that is not; nothing where it is not there. */
export type Content = string | number | Markdown | false | undefined;

/** Markdown of which all that is put in is shown as it is: {@link markdownText}. */
export function md(strings: TemplateStringsArray, ...contents: readonly Content[]): Markdown {
  return new Markdown(strings.reduce((text, part, index) => text + written(contents[index - 1]) + part));
}

function written(content: Content): string {
  if (content === undefined || content === false) return "";
  return content instanceof Markdown ? content.text : markdownText(clipped(String(content), LONGEST));
}

/** All that is there, with this between them. */
export function joined(contents: readonly Content[], between: string): Markdown {
  const parts = contents.map(written).filter((part) => part !== "");
  return new Markdown(parts.join(between));
}

/** Text as code; not for tables, where a bar in it would end the cell. */
export function code(text: string): Markdown {
  return new Markdown(markdownCode(clipped(text, LONGEST)));
}

/** A message, in which backquotes mark code; not for tables either. */
export function message(text: string): Markdown {
  return new Markdown(markdownMessage(clipped(text, LONGEST)));
}

/** Where a report is read from. */
export interface From {
  /** The path of the plan that is reported on. */
  readonly plan: string;
  /**
   * What leads from the folder of the report to the one that its paths begin in, such as `../`; undefined where nobody knows
   * where it will be read, as a comment or the summary of a job: a link would lead nowhere there.
   */
  readonly base: string | undefined;
}

/** A link to a line of a file, as forges number them; the label alone where no link would lead there. */
export function placeLink(label: Markdown, place: ReportPlace | undefined, { base }: From): Markdown {
  if (!place || base === undefined) return label;
  return new Markdown(`[${label.text}](<${relativeUrl(base + place.path)}#L${place.range.start.line + 1}>)`);
}

/** A link to a page on the web; the label alone where there is none. */
export function pageLink(label: Markdown, page: string | undefined): Markdown {
  if (page === undefined || !/^https?:\/\/[^\s<>()[\]\\`]+$/i.test(page)) return label;
  return new Markdown(`[${label.text}](${page})`);
}
