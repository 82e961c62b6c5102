import { compareDates, type PlanDate } from "../../quantity/index.ts";
import type { ScalarNode } from "../../syntax/nodes.ts";
import { defineRule } from "../rule.ts";
import { always } from "../severity.ts";

/** What has to come first, and in which words the next one needs it. */
const IN_ORDER: readonly { readonly name: string; readonly after: string }[] = [
  { name: "technology-selected", after: "" },
  { name: "build-start", after: "Nothing can be built before it is settled what with" },
  { name: "pilot-start", after: "Nothing can be tried out before its build has begun" },
  { name: "go-live", after: "A system that goes live before its pilot is its own pilot" },
];

export default defineRule({
  id: "milestone-order",
  principle: "right-order",
  severity: always("error"),
  summary: "Technology selected, build start, pilot start and going live follow on each other.",
  why: `Whether criteria were agreed in time, data was profiled in time and monitoring runs in time is judged by these dates. With
two of them swapped, the plan passes checks that it should fail.`,
  silent: "For milestones of your own, for dates on the same day, and where a date is missing or cannot be read.",
  source: "Article, introduction and The Path Forward",
  reads: ["milestones"],
  examples: {
    bad: [
      {
        plan: `
milestones:
  technology-selected: 2026-02-20
  build-start: 2026-02-02
#              ^^^^^^^^^^ \`build-start\` (2026-02-02) is before \`technology-selected\` (2026-02-20). Nothing can be built
  go-live: 2026-01-06
#          ^^^^^^^^^^ \`go-live\` (2026-01-06) is before \`build-start\` (2026-02-02). A system
`,
      },
    ],
    good: [
      `
milestones:
  contract-signed: 2025-12-01
  technology-selected: 2026-02-20
  build-start: 2026-02-20
  pilot-start: 2026-13-01
  go-live: 2026-07-06
`,
    ],
  },
  check: {
    Plan(_, context) {
      let previous: ScalarNode<PlanDate> | undefined;
      for (const { name, after } of IN_ORDER) {
        const node = context.find("milestone", name);
        if (!node?.value) continue;
        if (previous?.value && compareDates(node.value, previous.value) < 0) {
          const earlier = previous.key?.text;
          context.report(
            node,
            `\`${name}\` (${node.value.text}) is before \`${earlier}\` (${previous.value.text}). ${after}. Correct one of the two dates.`,
            { related: [{ at: previous, message: `\`${earlier}\`` }] },
          );
        }
        previous = node;
      }
    },
  },
});
