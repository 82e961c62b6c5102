import { from } from "../../../rules/severity.ts";
import { defineChangeRule } from "../../change-rule.ts";
import { reportChanged, reportLost, reportMoved, wordsOnlyIn } from "../../judging.ts";
import { judgeActions } from "../../limits/actions.ts";

const WIDER = {
  so: "the system now acts where it was agreed that it would not, and nothing was tested there",
  advice: "Keep the limit, or test the wider one and say in a waiver who accepts it.",
};

export default defineChangeRule({
  id: "limits-raised",
  principle: "operating-limits",
  severity: from("build", "warning"),
  summary: "The limits within which the system acts are not widened on the way.",
  why: `A system that acts on its own stays trustworthy as long as its inputs are predictable and its limits are narrow. Limits
that are widened because they are in the way (less confidence, one more action, a higher rate) let it act where nobody has
seen it act. When it then errs, it errs faster and in more places than the plan allowed for.`,
  silent: `For plans at \`proposal\`, and for limits that get narrower or are added. Where a list of allowed actions becomes a map with
more to say of each, that alone is no change.`,
  source: "Article, The gap between testing and production",
  implies: ["missing-operating-limits"],
  examples: {
    bad: [
      {
        before: `
stage: pilot
systems:
  crm: {access: [read]}
operating-limits:
  inputs: {required: [subject, body], languages: [en], max-size: 20 kB}
  actions: {allowed: [assign-team], forbidden: [close-ticket, refund], max-rate: 2000 action/h}
  min-confidence: 0.75
  out-of-bounds: {do: hand-to-human}
`,
        after: `
stage: pilot
systems:
  crm: {access: [read, write]}
#                      ^^^^^ The system may now \`write\` in \`crm\`
operating-limits:
  inputs: {required: [subject], languages: [en, fr], max-size: 2 MB}
#          ^^^^^^^^ The required part \`body\` of inputs was removed
#                                               ^^ The language \`fr\` was added to the inputs
#                                                              ^^^^ The size of the largest input was raised from 20 kB to 2 MB
  actions: {allowed: [assign-team, refund], forbidden: [close-ticket], max-rate: 9000 action/h}
#                                  ^^^^^^ The action \`refund\` was forbidden and is now allowed
#                                                                                ^^^^^^^^^^^^^ The highest rate of actions was raised from 2,000 action/h to 9,000 action/h
  min-confidence: 0.6
#                 ^^^ The lowest confidence to act on was lowered from 0.75 to 0.6
  out-of-bounds: {do: fallback}
#                     ^^^^^^^^ The treatment of what is out of bounds was changed from \`hand-to-human\` to \`fallback\`
`,
      },
      {
        before: `
stage: build
operating-limits:
  actions:
    allowed: {refund: {autonomy: act, max-value: 100 EUR, reversible: true}, add-tag: {}}
`,
        after: `
stage: build
operating-limits:
  actions:
    allowed: {refund: {autonomy: act, max-value: 5000 EUR}, add-tag: {}, close-ticket: {}}
#                                                ^^^^^^^^ The highest value of action \`refund\` was raised from 100 EUR to 5,000 EUR
#                                                                        ^^^^^^^^^^^^ The action \`close-ticket\` is now allowed
`,
      },
    ],
    good: [
      {
        before: `
stage: pilot
operating-limits:
  inputs: {languages: [en, fr], max-size: 20 kB}
  actions: {allowed: [assign-team, add-tag], max-rate: 2000 action/h}
  min-confidence: <lowest confidence to act on e.g. 0.75>
`,
        after: `
stage: pilot
operating-limits:
  inputs: {languages: [en], max-size: 20000 B}
  actions: {allowed: {add-tag: {}, assign-team: {max-value: 10 item}}, forbidden: [close-ticket], max-rate: 30 action/min}
  min-confidence: 0.75
`,
      },
    ],
  },
  judge: {
    OperatingLimits({ before, after }, context) {
      if (before && !after)
        context.removed(before, {
          noun: "section `operating-limits`",
          so: "nothing says any more what the system may do, on what, and who can stop it",
          advice: "Put it back.",
        });
      reportMoved(before?.get("min-confidence"), after?.get("min-confidence"), "lower", WIDER, context);
      for (const key of ["min-confidence", "inputs", "actions", "out-of-bounds"])
        reportLost(before, after, key, WIDER, context);
    },
    Inputs({ before, after }, context) {
      if (!before || !after) return;
      reportMoved(before.get("max-size"), after.get("max-size"), "higher", WIDER, context);
      reportLost(before, after, "max-size", WIDER, context);
      for (const part of wordsOnlyIn(before.get("required"), after.entry("required")?.value)) {
        const name = `\`${part.word}\``;
        context.removed(part, { noun: "required part", name, single: `the required part ${name} of inputs`, ...WIDER });
      }
      const languages = before.get("languages");
      if (!languages?.all.length) return;
      for (const language of wordsOnlyIn(after.get("languages"), languages))
        context.report(
          { after: language },
          { what: `The language \`${language.word}\` was added to the inputs`, ...WIDER },
        );
    },
    OutOfBounds({ before, after }, context) {
      const [was, is] = [before?.get("do"), after?.get("do")];
      if (was?.value !== "hand-to-human" || is?.value === was.value) return;
      const so = "what the system cannot handle no longer reaches a person";
      reportChanged(was, is, { so, advice: "Hand it to a person, or say who looks at it later." }, context);
    },
    System({ before, after }, context) {
      const access = before?.get("access");
      if (!access?.all.length) return;
      for (const word of wordsOnlyIn(after?.get("access"), access))
        if (word.word === "write")
          context.report(
            { after: word },
            { what: `The system may now \`write\` in \`${after?.key?.text}\``, ...WIDER },
          );
    },
    Actions: judgeActions,
    AllowedAction({ before, after }, context) {
      if (!before || !after) return;
      reportMoved(before.get("max-value"), after.get("max-value"), "higher", WIDER, context);
      reportLost(before, after, "max-value", WIDER, context);
    },
  },
});
