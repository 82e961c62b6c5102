import type { Pictures } from "@aiplan/core";
import type { ReportPlace } from "../../data/index.ts";
import {
  alarmsTable,
  type Cell,
  costTable,
  ladderTable,
  loadTable,
  pathsTable,
  reviewTable,
  sourcesTable,
  type Table,
  targetsTable,
  timelineTable,
} from "../../tables/index.ts";
import { type Block, folded, type Section, section, table } from "../blocks.ts";
import { type Content, type From, md, placeLink } from "../markdown.ts";
import { escalationDiagram } from "./escalation.ts";
import { timelineDiagram } from "./timeline.ts";

/** The pictures of a plan, each with the table that stands behind it, and the names of those that it says too little for. */
export function pictureSections(pictures: Pictures<ReportPlace>, from: From): Section[] {
  const sections = drawn(pictures, from);
  const missing = sections.filter(({ text }) => text === "").map(({ title }) => title);
  const more = missing.length > 0 ? `The plan says too little yet for: ${missing.join("; ")}.` : "";
  return [...sections, section("Not shown", more)];
}

function drawn(pictures: Pictures<ReportPlace>, from: From): Section[] {
  const tableOf = (data: Table | undefined) => linkedTable(data, from);
  const { timeline, ladder, targets, escalation, cost, load, sources } = pictures;
  return [
    section(
      "Dates",
      timeline ? timelineDiagram(timeline) : "",
      folded("The dates as a table", tableOf(timeline && timelineTable(timeline))),
    ),
    section("Rollout", tableOf(ladder && ladderTable(ladder))),
    section("Targets", tableOf(targets && targetsTable(targets))),
    section(
      "Who is told when",
      escalation ? escalationDiagram(escalation) : "",
      folded(
        "Who is told when, as tables",
        tableOf(escalation && alarmsTable(escalation)),
        tableOf(escalation && pathsTable(escalation)),
      ),
    ),
    section(
      "Cost a month",
      tableOf(cost && costTable(cost)),
      cost?.lacksReview ? "What reviews cost is not in it." : "",
      folded("By how much is reviewed", tableOf(cost && reviewTable(cost))),
    ),
    section("Load and limits", tableOf(load && loadTable(load))),
    section("Data sources", tableOf(sources && sourcesTable(sources))),
  ];
}

/** A table with its caption. The first words of a row that stand in the plan lead there: more links than that are noise. */
function linkedTable(data: Table | undefined, from: From): Block {
  if (!data) return "";
  const rows = data.rows.map((cells) => {
    const leading = cells.findIndex((cell) => typeof cell === "object" && cell.at);
    return cells.map((cell, index) => cellOf(cell, index === leading ? from : undefined));
  });
  const text = table(data.columns, rows);
  return text === "" ? "" : `${md`${data.caption}`.text}:\n\n${text}`;
}

function cellOf(cell: Cell, from: From | undefined): Content {
  if (cell === undefined) return "–";
  if (typeof cell === "string") return cell;
  return from ? placeLink(md`${cell.text}`, cell.at, from) : cell.text;
}
