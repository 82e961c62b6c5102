import { compareDates, distanceInWords } from "../../../quantity/index.ts";
import { from } from "../../../rules/severity.ts";
import { defineChangeRule } from "../../change-rule.ts";
import { reportLost } from "../../judging.ts";

export default defineChangeRule({
  id: "waiver-extended",
  principle: "agreed-success",
  severity: from("proposal", "warning"),
  summary: "A risk that was accepted until a day is put right by then, not accepted again and again.",
  why: `A waiver says that somebody accepts a risk for now. Its last day is the promise to have put things right by then. A waiver
that is prolonged each time it runs out, or that comes to cover more than it did, is how a temporary gap becomes the way the
system runs in production.`,
  silent: `For waivers that end sooner, cover less, or are taken out. A new waiver is but shown, as information.`,
  source: "NIST AI RMF, MANAGE 1.4; Article, What the 12% do differently",
  implies: ["waiver-incomplete"],
  examples: {
    bad: [
      {
        before: `
stage: pilot
waivers:
  pilot-only-data-source: {at: data-sources.tickets, reason: The live feed opens in August, approved-by: head, expires: 2026-08-31}
`,
        after: `
stage: pilot
waivers:
  pilot-only-data-source: {reason: The live feed opens in August, approved-by: head, expires: 2026-12-31}
# ^^^^^^^^^^^^^^^^^^^^^^ The place (\`at\`) of waiver of \`pilot-only-data-source\` was removed
#                                                                                             ^^^^^^^^^^ The waiver of \`pilot-only-data-source\` was prolonged from 2026-08-31 to 2026-12-31 (17 weeks and 3 days later)
  goalposts-moved: {reason: Agreed with the board, approved-by: head, expires: 2026-12-31}
# ^^^^^^^^^^^^^^^ \`head\` accepts what \`goalposts-moved\` warns of until 2026-12-31
`,
      },
    ],
    good: [
      {
        before: `
stage: pilot
waivers:
  missing-lineage: {reason: Being written, approved-by: head, expires: 2026-08-31}
  missing-labels: {reason: Being written, approved-by: head, expires: 2026-08-31}
`,
        after: `
stage: pilot
waivers:
  missing-lineage: {at: data-sources.tickets, reason: Still being written, approved-by: head, expires: 2026-07-31}
`,
      },
    ],
  },
  judge: {
    Waiver({ before, after }, context) {
      const id = after?.key?.text;
      const [was, is] = [before?.get("expires"), after?.get("expires")];
      if (after?.key && !before) {
        const approver = after.get("approved-by")?.value;
        if (approver === undefined || !is?.value) return;
        const what = `\`${approver}\` accepts what \`${id}\` warns of until ${is.value.text}`;
        const so = "until then it is shown as information, and stops no release";
        const advice = "See that somebody is working on it.";
        context.report({ after: after.key }, { what, so, advice }, { severity: "info" });
      }
      if (was?.value && is?.value && compareDates(is.value, was.value) > 0) {
        const distance = distanceInWords(was.value, is.value).replace(/ after$/, " later");
        const what = `The waiver of \`${id}\` was prolonged from ${was.value.text} to ${is.value.text} (${distance})`;
        const so = "what was to be put right by then is still there, and gets used to";
        context.report(
          { before: was, after: is },
          { what, so, advice: "Put it right, or say what has kept you from it." },
        );
      }
      const wider = {
        so: "it now covers every place of the plan",
        advice: "Name the place that the risk was accepted for.",
      };
      reportLost(before, after, "at", wider, context);
    },
  },
});
