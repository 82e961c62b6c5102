import type { DataSource } from "../../../language/index.ts";
import { from } from "../../../rules/severity.ts";
import type { NodeOf } from "../../../syntax/nodes.ts";
import type { ChangeContext } from "../../change-context.ts";
import { defineChangeRule } from "../../change-rule.ts";
import { type Consequence, reportChanged, reportLost, reportMoved } from "../../judging.ts";

const UNTRACED: Consequence = {
  so: "when an output is wrong nobody can find out any more where the data behind it came from",
  advice: "Put it back, or link what takes its place.",
};
const LABELS: Consequence = {
  so: "whether the system is right is now known for fewer cases, or less surely",
  advice: "Keep the labels as good as they were; what is not labelled is not measured.",
};

export default defineChangeRule({
  id: "data-demoted",
  principle: "pilot-is-not-production",
  severity: from("build", "warning"),
  summary: "The data stays as close to production as the plan had it.",
  why: `The gap between pilot and production is mostly one of data. Where the live feed is late, plans are quietly rewritten: an
export takes its place, older data is declared good enough, labels and lineage are left for later. What was tested is then no
longer what will run, and it shows when accuracy drops after go-live.`,
  silent: `For plans at \`proposal\`. For sources that come closer to production, that are added, or that are no longer used at all; for
\`freshness\`, which says how things are and not what is asked of them.`,
  source: "Article, The gap between testing and production; Why production-ready data is not the same as clean data",
  implies: ["pilot-only-data-source", "missing-lineage", "missing-labels", "stale-data-for-use"],
  examples: {
    bad: [
      {
        before: `
stage: pilot
data-sources:
  tickets:
    environment: production
    used-for: [training, inference]
    max-staleness: 15 min
    lineage: ./lineage/tickets.md
    labels: {field: team, method: system-log, coverage: 97%, agreement: 0.82}
    history: {from: 2023-01-01, needed: 24 mo}
`,
        after: `
stage: pilot
data-sources:
  tickets:
# ^^^^^^^ The lineage of data source \`tickets\` was removed
    environment: export
#                ^^^^^^ The environment of data source \`tickets\` was changed from \`production\` to \`export\`
    used-for: [training, inference]
    max-staleness: 2 d
#                  ^^^ The largest staleness of data source \`tickets\` was lengthened from 15 min to 2 d
    labels: {field: team, method: system-log, coverage: 60%, agreement: 0.82}
#                                                       ^^^ The coverage of the labels of data source \`tickets\` was lowered from 97% to 60%
    history: {from: 2023-01-01, needed: 6 mo}
#                                       ^^^^ The history needed of data source \`tickets\` was shortened from 24 mo to 6 mo
`,
      },
      {
        before: `
-- plan.aiplan --
stage: build
imports: [./org.aiplan]
systems:
  helpdesk: {owner: it}
metrics:
  accuracy: {kind: quality, source: tickets}
-- org.aiplan --
aiplan: 1
kind: catalog
data-sources:
  tickets: {environment: production, used-for: [evaluation]}
  unused: {environment: production, used-for: [evaluation]}
`,
        after: `
-- plan.aiplan --
stage: build
imports: [./org.aiplan]
systems:
  helpdesk: {owner: it}
metrics:
  accuracy: {kind: quality, source: tickets}
-- org.aiplan --
aiplan: 1
kind: catalog
data-sources:
  tickets: {environment: synthetic, used-for: [evaluation]}
#                        ^^^^^^^^^ The environment of data source \`tickets\` was changed from \`production\` to \`synthetic\`
  unused: {environment: synthetic, used-for: [evaluation]}
`,
      },
    ],
    good: [
      {
        before: `
stage: pilot
data-sources:
  tickets: {environment: pilot, used-for: [inference], freshness: 5 min, max-staleness: 1 h, labels: {coverage: 90%}}
  old: {environment: production, used-for: [training]}
`,
        after: `
stage: pilot
data-sources:
  tickets: {environment: production, used-for: [inference], freshness: 10 min, max-staleness: 60 min, labels: {coverage: 95%}}
`,
      },
    ],
  },
  judge: {
    DataSource({ before, after }, context) {
      if (!before || !after) return;
      judgeEnvironment(before, after, context);
      const older = {
        so: "answers may now rest on data that was too old when the plan was agreed",
        advice: "Keep the limit, and bring the data sooner; or show that the answers stay right with older data.",
      };
      reportMoved(before.get("max-staleness"), after.get("max-staleness"), "higher", older, context);
      reportLost(before, after, "max-staleness", older, context);
      for (const key of ["lineage", "contract"]) reportLost(before, after, key, UNTRACED, context);
      reportLost(before, after, "labels", LABELS, context);
      const source = {
        so: "what takes the place of this data in production is not known any more",
        advice: "Name it.",
      };
      if (after.get("environment")?.value !== "production")
        reportLost(before, after, "production-source", source, context);
    },
    Labels({ before, after }, context) {
      for (const key of ["coverage", "agreement"] as const)
        reportMoved(before?.get(key), after?.get(key), "lower", LABELS, context);
    },
    History({ before, after }, context) {
      const shorter = {
        so: "the model may now learn from less than was thought to be needed, and not have seen rare times of the year",
        advice: "Keep what was asked for, or say why less is enough.",
      };
      reportMoved(before?.get("needed"), after?.get("needed"), "lower", shorter, context);
    },
  },
});

function judgeEnvironment(
  before: NodeOf<typeof DataSource>,
  after: NodeOf<typeof DataSource>,
  context: ChangeContext,
): void {
  const [was, is] = [before.get("environment"), after.get("environment")];
  if (was?.value !== "production" || is?.value === undefined || is.value === "production") return;
  const isLive = after
    .get("used-for")
    ?.items()
    .some(({ value }) => value === "inference");
  reportChanged(
    was,
    is,
    {
      so: isLive
        ? "the live system has nothing to work on once the pilot ends"
        : "what is learnt or measured on it no longer says how the system does on live data",
      advice:
        "Put it back; or name the live source in `production-source`, with the day on which it opens as a milestone.",
      ...(isLive && context.stage === "production" ? { severity: "error" as const } : {}),
    },
    context,
  );
}
