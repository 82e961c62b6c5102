import type { EventKind, Timeline } from "@aiplan/core";
import type { ReportPlace } from "../data/index.ts";
import type { Table } from "./table.ts";

export const EVENT_KIND_NAMES: Readonly<Record<EventKind, string>> = {
  milestone: "Milestones",
  agreed: "Agreed",
  evidence: "Evidence",
  gap: "Gaps",
  rollout: "Rollout",
  benchmark: "Judged",
  until: "Ends",
};

export function timelineTable({ events }: Timeline<ReportPlace>): Table {
  return {
    caption: "All dates of the plan, in their order",
    columns: [{ title: "Date" }, { title: "What" }, { title: "Kind" }, { title: "More" }],
    rows: events.map(({ date, label: text, kind, detail, computed, until, at }) => {
      const more = [detail, computed, until && `until ${until.date} at the earliest`];
      return [date, { text, at }, EVENT_KIND_NAMES[kind], more.filter(Boolean).join("; ") || undefined];
    }),
  };
}
