import { sectionOfKind } from "../../language/index.ts";
import type { Reference } from "../../syntax/structure.ts";
import { didYouMean } from "../../workspace/did-you-mean.ts";
import type { Fix } from "../finding.ts";
import { rewrite } from "../rewrite.ts";
import { defineRule } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";
import { always } from "../severity.ts";

export default defineRule({
  id: "undefined-escalation-path",
  principle: "escalation-before-go-live",
  severity: always("error"),
  summary: "Every escalation path that is named is defined, in the plan or in a catalog it imports.",
  why: `An alarm that escalates to a path nobody has written escalates to nobody. Nothing shows it until the alarm goes off: the
name is there, the people behind it are not. Mostly it is a misspelling, or a path that was renamed.`,
  silent: `For placeholders, where an import cannot be read (it may be the one that defines the path), and where the section
\`escalation-paths\` itself cannot be read.`,
  source: "Article, What the 12% do differently",
  reads: ["escalation-paths", "operating-limits", "triggers"],
  catalogs: true,
  examples: {
    bad: [
      {
        plan: `
stage: proposal
triggers:
  slow: {metric: latency, above: 3 s, do: notify, escalate: outtage}
#                                                           ^^^^^^^ There is no escalation path \`outtage\`, so nobody would be told. Did you mean \`outage\`?
escalation-paths:
  outage: {hours: 24x7, steps: [{notify: routing-sre, via: phone, within: 5 min}]}
`,
        fixed: `
stage: proposal
triggers:
  slow: {metric: latency, above: 3 s, do: notify, escalate: outage}
escalation-paths:
  outage: {hours: 24x7, steps: [{notify: routing-sre, via: phone, within: 5 min}]}
`,
      },
      {
        plan: `
stage: pilot
operating-limits:
  out-of-bounds: {do: hand-to-human, escalate: misroute}
#                                              ^^^^^^^^ There is no escalation path \`misroute\`, so nobody would be told
escalation-paths:
  outage:
    hours: 24x7
    steps:
      - {notify: routing-sre, via: phone, within: 5 min}
      - {path: head-office}
#              ^^^^^^^^^^^ There is no escalation path \`head-office\`, so nobody would be told
`,
        fixed: `
stage: pilot
operating-limits:
  out-of-bounds: {do: hand-to-human, escalate: misroute}
escalation-paths:
  outage:
    hours: 24x7
    steps:
      - {notify: routing-sre, via: phone, within: 5 min}
      - {path: head-office}
  misroute:
    hours: <business or 24x7>
    steps:
      - {notify: <id of a role>, via: <how they are reached e.g. phone>, within: <time to answer e.g. 15 min>}
  head-office:
    hours: <business or 24x7>
    steps:
      - {notify: <id of a role>, via: <how they are reached e.g. phone>, within: <time to answer e.g. 15 min>}
`,
      },
      {
        plan: `
stage: proposal
triggers:
  slow: {metric: latency, above: 3 s, do: notify, escalate: outage}
#                                                           ^^^^^^ There is no escalation path \`outage\`
`,
        fixed: `
stage: proposal
triggers:
  slow: {metric: latency, above: 3 s, do: notify, escalate: outage}
escalation-paths:
  outage:
    hours: <business or 24x7>
    steps:
      - {notify: <id of a role>, via: <how they are reached e.g. phone>, within: <time to answer e.g. 15 min>}
`,
      },
      {
        plan: `
-- org.aiplan --
aiplan: 1
kind: catalog
name: org
escalation-paths:
  outage: {hours: 24x7, steps: [{path: misroute}]}
#                                      ^^^^^^^^ There is no escalation path \`misroute\`
`,
        fixed: `
-- org.aiplan --
aiplan: 1
kind: catalog
name: org
escalation-paths:
  outage: {hours: 24x7, steps: [{path: misroute}]}
  misroute:
    hours: <business or 24x7>
    steps:
      - {notify: <id of a role>, via: <how they are reached e.g. phone>, within: <time to answer e.g. 15 min>}
`,
      },
    ],
    good: [
      `
-- org.aiplan --
aiplan: 1
kind: catalog
name: org
escalation-paths:
  outage: {hours: 24x7, steps: [{notify: sre, via: phone, within: 5 min}]}
-- plan.aiplan --
stage: pilot
imports: [./org.aiplan]
triggers:
  down: {metric: availability, below: 98%, do: rollback, escalate: outage}
  slow: {metric: latency, above: 3 s, do: notify, escalate: <id of an escalation path>}
`,
      `
stage: pilot
imports: [./not-there.aiplan]
triggers:
  down: {metric: availability, below: 98%, do: rollback, escalate: outage}
`,
      `
stage: pilot
triggers:
  down: {metric: availability, below: 98%, do: rollback, escalate: outage}
escalation-paths:
  misroute: {hours: 24x7}
 outage
`,
      `
stage: pilot
triggers:
  down: {metric: availability, below: 98%, do: rollback, escalate: outage}
escalation-paths: [{id: outage, hours: 24x7}]
`,
    ],
  },
  check: {
    File(file, context) {
      if (!context.checked.definitions.areComplete("escalation-path")) return;
      const known = [...new Set(context.definitionsOf("escalation-path").map(({ id }) => id))];
      const seen = new Set<string>();
      for (const reference of file.references) {
        if (reference.to !== "escalation-path" || known.includes(reference.id)) continue;
        // A step that an alias repeats stands in the text only once.
        const { start } = context.checked.place(reference.node);
        if (seen.has(`${start} ${reference.id}`)) continue;
        seen.add(`${start} ${reference.id}`);
        reportUndefined(reference, known, context);
      }
    },
  },
});

/** More names than this are better looked up in the plan. */
const MOST_OTHERS = 3;

function reportUndefined({ id, node }: Reference, known: readonly string[], context: RuleContext): void {
  const meant = didYouMean(id, known);
  const create: Fix = {
    title: `Create the escalation path \`${id}\``,
    kind: "stub",
    preferred: meant === undefined,
    edits: () => context.editor.define("escalation-path", id),
  };
  const repair = meant ? rewrite(context, node, meant) : [];
  // Where no name is near, the author may still have meant a path that is there.
  const others = meant ? [] : known.slice(0, MOST_OTHERS);
  const change = others.flatMap((path) => rewrite(context, node, path, { preferred: false, kind: "stub" }));
  const advice = meant
    ? `Did you mean \`${meant}\`?`
    : `Write under \`${sectionOfKind["escalation-path"]}\` who is told, or name a path that is there.`;
  context.report(node, `There is no escalation path \`${id}\`, so nobody would be told. ${advice}`, {
    fixes: context.editor.canDefine("escalation-path") ? [...repair, create, ...change] : [...repair, ...change],
  });
}
