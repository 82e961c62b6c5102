import { appendItem } from "../../edits/append-item.ts";
import type { Review } from "../../language/index.ts";
import type { NodeOf } from "../../syntax/nodes.ts";
import type { CheckedPlan } from "../../workspace/checked-plan.ts";
import { onceFor } from "../../workspace/once-for.ts";
import type { Fix } from "../finding.ts";
import { defineRule } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";
import { from } from "../severity.ts";

export default defineRule({
  id: "review-unattended",
  principle: "reviews-follow-data",
  severity: from("pilot", "warning"),
  summary: "Every alarm that calls for a review is listed by one of the reviews.",
  why: `An alarm that only says "review" counts on somebody to hold one. If no review has it on its list, nobody is called, nobody
prepares the numbers, and the alarm goes on firing into an empty room. On paper the plan reacts to its data; in production
nothing happens.`,
  silent: `Before the stage pilot, while there are no reviews at all (\`missing-key\` says so), for triggers that do something else,
and where a review does not say, or not for certain, which triggers call for it: no \`triggered-by\`, a placeholder, or an
id that is not defined.`,
  source: "Article, What the 12% do differently",
  reads: ["reviews", "triggers"],
  examples: {
    bad: [
      {
        plan: `
stage: pilot
triggers:
  accuracy-drop: {metric: accuracy, below: 85%, do: review}
  drift: {metric: input-drift, above: 0.2, do: review, escalate: misroute}
#                                              ^^^^^^ \`drift\` asks for a review, but no review lists it
reviews:
  quality-review: {triggered-by: [accuracy-drop], chair: triage-lead}
`,
        fixed: `
stage: pilot
triggers:
  accuracy-drop: {metric: accuracy, below: 85%, do: review}
  drift: {metric: input-drift, above: 0.2, do: review, escalate: misroute}
reviews:
  quality-review: {triggered-by: [accuracy-drop, drift], chair: triage-lead}
`,
      },
      {
        plan: `
stage: production
triggers:
  accuracy-drop: {metric: accuracy, below: 85%, do: step-back, escalate: misroute}
  drift:
    metric: input-drift
    do: review
#       ^^^^^^ \`drift\` asks for a review, but no review lists it
reviews:
  quality-review:
    triggered-by:
      - accuracy-drop   # the weightiest
    chair: triage-lead
  cost-review:
    triggered-by: [accuracy-drop]
`,
        fixed: `
stage: production
triggers:
  accuracy-drop: {metric: accuracy, below: 85%, do: step-back, escalate: misroute}
  drift:
    metric: input-drift
    do: review
reviews:
  quality-review:
    triggered-by:
      - accuracy-drop   # the weightiest
      - drift
    chair: triage-lead
  cost-review:
    triggered-by: [accuracy-drop]
`,
      },
      {
        plan: `
stage: pilot
triggers:
  missed: &alarm {metric: found-in-time, below: 65%, do: review}
  missed-grape: {<<: *alarm, slice: grape, below: 60%}
# ^^^^^^^^^^^^ \`missed-grape\` asks for a review, but no review lists it
reviews:
  growers-table:
    triggered-by: [
      missed,
    ]
`,
        fixed: `
stage: pilot
triggers:
  missed: &alarm {metric: found-in-time, below: 65%, do: review}
  missed-grape: {<<: *alarm, slice: grape, below: 60%}
reviews:
  growers-table:
    triggered-by: [
      missed,
      missed-grape,
    ]
`,
      },
    ],
    good: [
      `
stage: pilot
triggers:
  accuracy-drop: {metric: accuracy, below: 85%, do: review}
  drift: {metric: input-drift, above: 0.2, do: review}
  down: {metric: availability, below: 98%, do: rollback, escalate: outage}
  open: {metric: availability, below: 99%, do: <what happens e.g. review>}
reviews:
  quality-review: {triggered-by: [accuracy-drop]}
  data-review: {triggered-by: [drift]}
`,
      `
stage: pilot
triggers: {drift: {metric: input-drift, do: review}, late: {metric: delay, do: review}}
reviews: {quality-review: {triggered-by: [late]}, data-review: {chair: triage-lead}}
`,
      `
stage: pilot
triggers: {drift: {metric: input-drift, do: review}, late: {metric: delay, do: review}}
reviews: {quality-review: {triggered-by: [late, <id of a trigger>]}}
`,
      `
stage: pilot
triggers: {drift: {metric: input-drift, do: review}, late: {metric: delay, do: review}}
reviews: {quality-review: {triggered-by: [late, drifts]}}
`,
      `
stage: pilot
triggers: {drift: {metric: input-drift, do: review}, late: {metric: delay, do: review}}
reviews: {quality-review: {triggered-by: [late]}, data-review: <review>}
`,
      `
stage: pilot
triggers: {drift: {metric: input-drift, do: review}}
`,
      `
stage: build
triggers: {drift: {metric: input-drift, do: review}, late: {metric: delay, do: review}}
reviews: {quality-review: {triggered-by: [late]}}
`,
    ],
  },
  check: {
    Trigger(trigger, context) {
      const action = trigger.get("do");
      const id = trigger.key?.text;
      if (action?.value !== "review" || id === undefined) return;
      const attended = attendedTriggers(context.checked);
      if (!attended || attended.has(id)) return;
      // What a merge key lends stands in another trigger, which may well be listed.
      context.report(
        action.borrowed ? context.checked.nameOf(trigger) : action,
        `\`${id}\` asks for a review, but no review lists it in \`triggered-by\`: the alarm fires and nobody meets. Add it to the review that is to look at it.`,
        {
          fixes:
            context.plan
              .get("reviews")
              ?.items()
              .map(({ value }, index) => fixFor(value, id, index === 0, context)) ?? [],
        },
      );
    },
  },
});

/** The ids of the triggers that a review lists; undefined where there are no reviews, or one may list any trigger. */
const attendedTriggers = onceFor(({ file, definitions }: CheckedPlan): ReadonlySet<string> | undefined => {
  const reviews = file.root.get("reviews");
  if (!reviews || reviews.all.length === 0 || !definitions.areComplete("review")) return undefined;
  const held = reviews.items();
  if (held.length < [...reviews.entries].length) return undefined;
  const attended = new Set<string>();
  for (const { value: review } of held) {
    const list = review.get("triggered-by");
    if (!list || list.all.length === 0 || list.items().length < list.all.length) return undefined;
    for (const { value: id } of list.items()) {
      // An id of no trigger may stand for any.
      if (id === undefined || !definitions.find("trigger", id)) return undefined;
      attended.add(id);
    }
  }
  return attended;
});

function fixFor(review: NodeOf<typeof Review>, id: string, preferred: boolean, { file }: RuleContext): Fix | undefined {
  const list = review.get("triggered-by");
  const edit = list && appendItem(file, list, id);
  return edit && { title: `Add it to \`${review.key?.text}\``, kind: "stub", preferred, edits: () => [edit] };
}
