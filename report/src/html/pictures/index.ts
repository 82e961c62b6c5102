import type { Pictures } from "@aiplan/core";
import type { ReportPlace } from "../../data/index.ts";
import type { Markup } from "../markup.ts";
import type { View } from "../view.ts";
import { costPicture } from "./cost.ts";
import { escalationPicture } from "./escalation.ts";
import { ladderPicture } from "./ladder.ts";
import { loadPicture } from "./load.ts";
import { type Drawing, picture } from "./picture.ts";
import { sourcesPicture } from "./sources.ts";
import { targetsPicture } from "./targets.ts";
import { timelinePicture } from "./timeline.ts";

export interface DrawnPictures {
  readonly drawn: readonly { readonly id: string; readonly title: string; readonly markup: Markup }[];
  /** The titles of those that the plan says too little for. */
  readonly absent: readonly string[];
}

/** All pictures, in the order in which they are read. */
export function drawPictures(pictures: Pictures<ReportPlace>, view: View): DrawnPictures {
  const { timeline, ladder, targets, escalation, cost, load, sources } = pictures;
  const all: readonly (readonly [id: string, title: string, drawing: Drawing | undefined])[] = [
    ["timeline", "Milestones and dates", timeline && timelinePicture(timeline, view)],
    ["rollout", "Rollout", ladder && ladderPicture(ladder, view)],
    ["targets", "Targets", targets && targetsPicture(targets, view)],
    ["escalation", "Who is told when", escalation && escalationPicture(escalation, view)],
    ["cost", "Cost a month", cost && costPicture(cost)],
    ["load", "Load against limits", load && loadPicture(load, view)],
    ["sources", "Data sources", sources && sourcesPicture(sources, view)],
  ];
  return {
    drawn: all.flatMap(([id, title, drawing]) =>
      drawing ? [{ id, title, markup: picture(id, title, drawing, view) }] : [],
    ),
    absent: all.filter(([, , drawing]) => !drawing).map(([, title]) => title),
  };
}
