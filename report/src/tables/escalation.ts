import type { Alarm, Escalation, Paged, PagingPath } from "@aiplan/core";
import type { ReportPlace } from "../data/index.ts";
import { type Cell, listed, type Table } from "./table.ts";

type Path = PagingPath<ReportPlace>;

export const HOURS_NAMES = { business: "business hours only", "24x7": "day and night" } as const;

export const ENDS_IN_WORDS: Readonly<Record<NonNullable<Path["ends"]>, string>> = {
  "dead-end": "It ends here: the path that it hands over to is not defined.",
  ring: "It leads back to people who were told before: there is nobody further up.",
  cut: "It goes on; what follows is not shown.",
};

export function alarmsTable({ alarms, paths }: Escalation<ReportPlace>): Table {
  const known = new Set(paths.map(({ id }) => id));
  return {
    caption: "What raises an alarm, and what follows",
    columns: [
      { title: "Alarm" },
      { title: "When" },
      { title: "Severity" },
      { title: "What follows" },
      { title: "Escalates to" },
      { title: "Calls for" },
    ],
    rows: alarms.map((alarm) => [
      { text: alarm.id, at: alarm.at },
      alarmInWords(alarm) || undefined,
      alarm.severity,
      alarm.does,
      alarm.path &&
        (known.has(alarm.path.text) ? alarm.path : { ...alarm.path, text: `${alarm.path.text} (not defined)` }),
      listed(alarm.reviews),
    ]),
  };
}

/** "availability below 98% for 1 h". */
export function alarmInWords({ source, metric, condition }: Alarm<ReportPlace>): string {
  return source === "out-of-bounds"
    ? "an input outside the operating limits"
    : [metric?.text, condition].filter(Boolean).join(" ");
}

export function pathsTable({ paths }: Escalation<ReportPlace>): Table {
  return {
    caption: "Who is told on each escalation path; times count from the alarm",
    columns: [
      { title: "Path" },
      { title: "Answers" },
      { title: "When" },
      { title: "Who" },
      { title: "By" },
      { title: "Must answer within" },
    ],
    rows: paths.flatMap((path) => [
      ...path.chain.map((told) => [...pathCells(path), ...toldCells(told)]),
      ...(path.ends || path.chain.length === 0 ? [[...pathCells(path), "", endOf(path), "", ""]] : []),
    ]),
  };
}

function pathCells({ id, at, hours }: Path): Cell[] {
  return [{ text: id, at }, hours && HOURS_NAMES[hours]];
}

function endOf({ ends }: Path): string {
  return ends ? ENDS_IN_WORDS[ends] : "It names nobody yet.";
}

function toldCells({ role, at, via, contact, within, after }: Paged<ReportPlace>): Cell[] {
  const by = [via, contact].filter(Boolean).join(", ");
  return [after?.text ?? "then", role ?? { text: "nobody named", at }, by || undefined, within];
}
