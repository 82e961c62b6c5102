import { compareDates, readDate } from "../../quantity/index.ts";
import { defineRule } from "../rule.ts";
import { always } from "../severity.ts";

export default defineRule({
  id: "waiver-expired",
  principle: "agreed-success",
  severity: always("warning"),
  summary: "A waiver that has ended is renewed or removed.",
  why: `A risk was accepted until a day, and that day is past. Either the gap was closed, and the waiver is a leftover that hides
the next one, or nobody has looked since.`,
  silent: "Where the date is not known: on the command line without `as-of`. In the editor it is a hint against today.",
  source: "The plan language: waivers",
  reads: ["waivers"],
  clock: true,
  examples: {
    options: { clock: { date: readDate("2026-09-15").date!, source: "as-of" } },
    bad: [
      {
        plan: `
waivers:
  missing-key: {reason: The owner starts in May, approved-by: support-ops, expires: 2026-08-31}
#                                                                                   ^^^^^^^^^^ The waiver of \`missing-key\` ended on 2026-08-31 (it is 2026-09-15)
`,
      },
    ],
    good: [
      `
waivers:
  missing-key: {reason: The owner starts in May, approved-by: support-ops, expires: 2026-09-15}
`,
    ],
  },
  check: {
    Waiver(waiver, context) {
      const expires = waiver.get("expires");
      const { clock } = context;
      if (!expires?.value || !clock || compareDates(expires.value, clock.date) >= 0) return;
      context.report(
        expires,
        `The waiver of \`${waiver.key?.text}\` ended on ${expires.value.text} (it is ${clock.date.text}), so what it covered counts again. Remove it if the gap is closed, or have it approved anew with a later date.`,
      );
    },
  },
});
