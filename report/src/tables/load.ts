import type { LoadLimit, LoadPicture } from "@aiplan/core";
import type { ReportPlace } from "../data/index.ts";
import { grouped } from "../text/words.ts";
import type { Cell, Table } from "./table.ts";

type Limit = LoadLimit<ReportPlace>;

export const LIMIT_NAMES: Readonly<Record<Limit["kind"], string>> = {
  system: "System",
  reviewers: "Reviewers at",
  actions: "Limit of actions",
  fallback: "Fallback",
  "load-test": "Load test",
};

export function loadTable({ limits }: LoadPicture<ReportPlace>): Table {
  return {
    caption: "What each gets, against what it can take",
    columns: [
      { title: "What" },
      { title: "Gets", isNumber: true },
      { title: "Can take", isNumber: true },
      { title: "Used", isNumber: true },
      { title: "When" },
      { title: "How it comes about" },
    ],
    rows: limits.map((limit) => [
      { text: limitName(limit), at: limit.at },
      limit.demand,
      limitText(limit),
      used(limit),
      limit.when,
      limit.how,
    ]),
  };
}

/** "System helpdesk"; what there is one of needs no name. */
export function limitName({ kind, name }: Limit): string {
  return kind === "actions" || kind === "load-test" ? LIMIT_NAMES[kind] : `${LIMIT_NAMES[kind]} ${name}`;
}

/** As the plan writes it, and in the unit of the demand where that is another one. */
function limitText({ limit, unit }: Limit): Cell {
  if (!limit || limit.text.endsWith(` ${unit}`)) return limit;
  return { ...limit, text: `${limit.text} (${grouped(limit.value)} ${unit})` };
}

const percent = new Intl.NumberFormat("en", { style: "percent", maximumFractionDigits: 0 });

function used({ share, exceeds }: Limit): Cell {
  if (exceeds) return `${share === undefined ? "" : `${percent.format(share)}, `}too much`;
  return share === undefined ? undefined : percent.format(share);
}
