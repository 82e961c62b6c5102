import type { Alarm, CalledReview, Escalation, PagingPath } from "@aiplan/core";
import type { ReportPlace } from "../../data/index.ts";
import { alarmInWords, HOURS_NAMES } from "../../tables/index.ts";
import { mermaidLabel } from "../../text/index.ts";
import { type Block, mermaid } from "../blocks.ts";

/** Mermaid draws no more than 500 arrows, and nobody follows half as many. Each line stands by itself. */
const MOST_LINES = 200;

/** Boxes by the ids that they stand for. */
type Boxes = ReadonlyMap<string, string>;

/** Who is told when, as a graph from the alarms on the left to the people on the right. */
export function escalationDiagram({ alarms, paths, reviews }: Escalation<ReportPlace>): Block {
  const pathBoxes: Boxes = new Map(paths.map(({ id }, index) => [id, `path${index}`]));
  const reviewBoxes: Boxes = new Map(reviews.map(({ id }, index) => [id, `review${index}`]));
  const lines = [
    ...alarms.flatMap((alarm, index) => alarmLines(alarm, `alarm${index}`, pathBoxes, reviewBoxes)),
    ...paths.flatMap((path, index) => pathLines(path, `path${index}`, pathBoxes)),
    ...reviews.flatMap((review, index) => reviewLines(review, `review${index}`)),
  ];
  const title = "accTitle: Who is told when";
  return mermaid(
    ["flowchart LR", title, ...lines.slice(0, MOST_LINES)].map((line, index) => (index > 0 ? `  ${line}` : line)),
  );
}

function alarmLines(alarm: Alarm<ReportPlace>, box: string, paths: Boxes, reviews: Boxes): string[] {
  const { id, severity, does, path } = alarm;
  const marks = [severity, does].filter(Boolean).join(", ");
  return [
    `${box}(${label(id, alarmInWords(alarm), marks)})`,
    ...(path ? arrow(box, path.text, paths) : []),
    ...alarm.reviews.flatMap((review) => arrow(box, review, reviews, "-.->")),
  ];
}

/** A path with those who are told on it, one after the other. */
function pathLines({ id, hours, steps, handsOverTo }: PagingPath<ReportPlace>, box: string, paths: Boxes): string[] {
  const last = steps.length > 0 ? `${box}step${steps.length - 1}` : box;
  return [
    `${box}[[${label(id, hours ? HOURS_NAMES[hours] : "")}]]`,
    ...steps.flatMap(({ role, via }, index) => {
      const before = steps[index - 1];
      const wait = before ? waiting(before.within?.text) : "-->";
      const from = before ? `${box}step${index - 1}` : box;
      return [`${from} ${wait} ${box}step${index}[${label(role?.text ?? "nobody named", via ? `by ${via}` : "")}]`];
    }),
    ...(handsOverTo ? arrow(last, handsOverTo.text, paths, waiting(steps.at(-1)?.within?.text)) : []),
  ];
}

/** The arrow to who is told next. */
function waiting(within: string | undefined): string {
  return within === undefined ? "-->" : `-->|${label(`no answer in ${within}`)}|`;
}

function reviewLines({ id, chair }: CalledReview<ReportPlace>, box: string): string[] {
  return [
    `${box}([${label(id, "review")}])`,
    ...(chair ? [`${box} --> ${box}chair[${label(chair.text, "in the chair")}]`] : []),
  ];
}

/** An arrow to what an id stands for, or to a box that says that it stands for nothing. */
function arrow(from: string, id: string, boxes: Boxes, how = "-->"): string[] {
  const to = boxes.get(id);
  return [to ? `${from} ${how} ${to}` : `${from} ${how} ${from}nowhere{{${label(id, "not defined")}}}`];
}

/** Parts on lines of their own; those that are empty are left out. */
function label(...parts: readonly string[]): string {
  return `"${parts
    .filter((part) => part !== "")
    .map(mermaidLabel)
    .join("<br/>")}"`;
}
