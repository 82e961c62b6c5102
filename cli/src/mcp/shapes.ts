import { language, PROFILES, type ProfileId } from "@aiplan/core";
import * as z from "zod/v4";
import { LONGEST_TEXT } from "./plan-at.ts";

/** What tools take and give. Programs let keys pass that they do not know: more may come. */

const text = z.string().max(LONGEST_TEXT);
const path = z.string().max(1000);

export const planInput = {
  text: text.optional().describe("The whole text of the plan. Without it the file at `path` is read."),
  path: path
    .optional()
    .describe(
      "Where the plan is, or belongs: relative to the root folder, ending in .aiplan. Its imports, links and configuration are found from there. A text without a path is taken to be plan.aiplan in the root folder.",
    ),
};

export const judgement = {
  stage: z.enum(language.STAGES).optional().describe("Judge the plan as if it claimed this stage."),
  asOf: z
    .string()
    .max(40)
    .optional()
    .describe(
      "The day that dates are compared with, such as 2026-07-06. Without it, rules that ask what day it is say nothing.",
    ),
  rules: z.array(z.string().max(100)).max(200).optional().describe("Only these rules, by their ids."),
  profiles: z
    .array(z.enum(Object.keys(PROFILES) as ProfileId[]))
    .optional()
    .describe("Sets of rules to switch on."),
};

const position = z.looseObject({ line: z.number(), character: z.number() });
const range = z
  .looseObject({ start: position, end: position })
  .describe("From `start` up to, not including, `end`; lines and UTF-16 code units count from zero.");
const edit = z.looseObject({ range, newText: z.string(), path: z.string().optional() });
const severity = z.enum(["error", "warning", "info", "hint"]);

export const summary = z.looseObject({
  errors: z.number(),
  warnings: z.number(),
  infos: z.number(),
  hints: z.number(),
});

export const finding = z.looseObject({
  rule: z.string().describe("The id of the rule: `explain` says more."),
  severity,
  message: z.string().describe("What is wrong, why it matters, what to do."),
  range,
  path: z.string().optional().describe("Only where it is in another file."),
  help: z.string().optional(),
  related: z.array(z.looseObject({ path: z.string(), range, message: z.string() })).optional(),
  fixes: z.array(z.looseObject({ title: z.string(), edits: z.array(edit) })).optional(),
});

export const checkOutput = z.looseObject({
  path: z.string(),
  stage: z.string().nullable().describe("What the plan claims, or is judged as; null for a catalog."),
  findings: z.array(finding).describe("In the order of the text."),
  omitted: z.number().describe("How many lighter findings are not listed."),
  summary,
  problems: z.array(z.string()).describe("What of the configuration cannot be used."),
});

export const fixOutput = z.looseObject({
  path: z.string(),
  changed: z.boolean(),
  edits: z.array(edit).describe("All together turn the text that was read into `text`. They do not overlap."),
  text: z.string().describe("The plan as it is then. Nothing was written: write it, or apply the edits."),
  done: z
    .array(z.looseObject({ rule: z.string(), title: z.string(), kind: z.enum(["repair", "stub"]) }))
    .describe("What was done. A `repair` says what was meant; a `stub` is for a person to look at or fill in."),
  left: z.array(finding).describe("What is found after it, the heaviest if there are many."),
  omitted: z.number(),
  summary: summary.describe("Of all that is left."),
});

const blocker = z.looseObject({
  rule: z.string(),
  severity,
  message: z.string(),
  path: z.string(),
  range,
  fixes: z.array(z.string()).describe("What `fix` or an editor can do, best first."),
});

export const readinessInput = {
  ...planInput,
  stage: judgement.stage,
  asOf: judgement.asOf,
  profiles: judgement.profiles,
  markdown: z.boolean().optional().describe("Also give the whole report as Markdown, to hand on."),
};

export const readinessOutput = z.looseObject({
  path: z.string(),
  stage: z.string().describe("What the plan is judged at."),
  claimed: z.string().nullable().describe("What the plan claims; null where it claims nothing."),
  earned: z.string().nullable().describe("The last stage that nothing stands in the way of; null where there is none."),
  isReady: z.boolean().describe("Nothing stands between the plan and the stage it is judged at."),
  score: z.number().describe("0 to 100."),
  blockers: z.array(blocker).describe("What stands in the way, heaviest first."),
  omitted: z.number().describe("How many more there are."),
  principles: z
    .array(
      z.looseObject({
        id: z.string(),
        number: z.number(),
        title: z.string(),
        status: z.enum(["met", "partly", "missing", "not-yet-due"]),
        dueFrom: z.string(),
        findings: z.number(),
        silenced: z.number(),
        accepted: z.number(),
        unjudged: z.number(),
      }),
    )
    .describe("How the plan stands on each readiness principle, with the number of things that count against it."),
  next: z
    .array(z.looseObject({ title: z.string(), gain: z.number(), blocks: z.boolean(), finding: blocker }))
    .describe("What gains most points of the score, best first."),
  markdown: z.string().optional(),
});

export const explainOutput = z.looseObject({ name: z.string(), markdown: z.string() });

export const diffInput = {
  ...planInput,
  beforeText: text.optional().describe("The earlier text of the plan."),
  ref: z
    .string()
    .max(500)
    .optional()
    .describe(
      "Instead of `beforeText`: a commit of git, such as HEAD or main, that has the earlier version of `path`.",
    ),
  asOf: z.string().max(40).optional().describe("The day of the change, such as 2026-07-06, where no commit tells it."),
};

export const diffOutput = z.looseObject({
  path: z.string(),
  changedOn: z.string().nullable().describe("The day of the change, where it is known."),
  findings: z.array(finding).describe("Changes that weaken the plan."),
  changes: z.array(
    z.looseObject({
      path: z.unknown(),
      kind: z.string(),
      words: z.string().describe("The change in a sentence."),
      finding: z.number().nullable().describe("The finding that is about it, by its index; null where it is harmless."),
    }),
  ),
  notCompared: z.array(z.string()),
});
