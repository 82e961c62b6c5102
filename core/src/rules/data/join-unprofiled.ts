import { defineRule } from "../rule.ts";
import { reportSettledAfterBuild } from "../settled-after-build.ts";
import { from } from "../severity.ts";

export default defineRule({
  id: "join-unprofiled",
  principle: "fragmentation-found-early",
  severity: from("build", "warning"),
  summary: "How well two sources match is measured on real data before the build starts.",
  why: `That two systems key the same customer differently does not show in a demo: it shows when records are really brought
together. Measured before the build, it costs an afternoon and perhaps a correction at the source. Found after a model was
trained on the wrong connections, it costs the training and the integration, often months.`,
  silent: `At the stage proposal, where one of the two dates is missing or cannot be read, and where both are the same day. Of a
join without \`match-rate\` or \`profiled\` \`missing-key\` says so.`,
  source: "Article, Why production-ready data is not the same as clean data",
  reads: ["milestones", "joins"],
  examples: {
    bad: [
      {
        plan: `
stage: build
milestones: {build-start: 2026-03-02}
joins:
  ticket-account: {left: tickets.customer_ref, right: accounts.account_id, match-rate: 99.1%, profiled: 2026-04-06}
#                                                                                                       ^^^^^^^^^^ How well \`ticket-account\` matches was measured on 2026-04-06, 5 weeks after the build started (2026-03-02)
`,
        fixed: `
stage: build
milestones: {build-start: 2026-03-02}
joins:
  ticket-account: {left: tickets.customer_ref, right: accounts.account_id, match-rate: 99.1%, profiled: <date measured before the build starts YYYY-MM-DD>}
`,
      },
      {
        plan: `
stage: production
milestones: {build-start: 2026-03-02}
joins:
  ticket-account:
    left: tickets.customer_ref
    right: accounts.account_id
    profiled: 2026-03-05
#             ^^^^^^^^^^ How well \`ticket-account\` matches was measured on 2026-03-05, 3 days after the build started
  ticket-order: {profiled: 2026-02-20}
`,
      },
    ],
    good: [
      `
stage: build
milestones: {build-start: 2026-03-02}
joins:
  ticket-account: {profiled: 2026-03-02}
  ticket-order: {profiled: <date measured YYYY-MM-DD>}
  ticket-device: {left: tickets.device, right: devices.id}
`,
      `
stage: proposal
milestones: {build-start: 2026-03-02}
joins:
  ticket-account: {profiled: 2026-04-06}
`,
      `
stage: build
milestones: {build-start: <date the build starts YYYY-MM-DD>}
joins:
  ticket-account: {profiled: 2026-04-06}
`,
    ],
  },
  check: {
    Join(join, context) {
      reportSettledAfterBuild(
        context,
        join.get("profiled"),
        (when) =>
          `How well \`${join.key?.text}\` matches was measured ${when}: records that do not fit are found when a model has already learned from them, and reworking that can cost months. Measure it on real data before the build starts, or correct the date.`,
        { again: "date measured before the build starts YYYY-MM-DD" },
      );
    },
  },
});
