import { problemsOf } from "../problems-of.ts";
import { defineRule } from "../rule.ts";
import { always } from "../severity.ts";
import { trapFix, trapPlace } from "../syntax-findings.ts";
import { shown } from "../words.ts";

export default defineRule({
  id: "split-value",
  principle: "traceability",
  severity: always("error"),
  summary: "No value in braces is cut off by a comma of its own.",
  why: `Between \`{\` and \`}\` a comma ends the value. \`{ceiling: 140,000 EUR/mo}\` is no YAML error: it is a ceiling of 140 and a
key \`000 EUR/mo\`, so every computation with it is wrong by a factor of a thousand and nobody is told.`,
  silent: "Where the part after the comma is a key of the language, or where no number or text is expected.",
  source: "YAML 1.2.2, 7.4 Flow Collection Styles",
  reads: "*",
  catalogs: true,
  examples: {
    bad: [
      {
        plan: `
economics: {ceiling: 22,000 EUR/mo, payback: 14 mo}
#                    ^^^^^^^^^^^^^ The comma cuts this value in two
`,
        fixed: `
economics: {ceiling: 22000 EUR/mo, payback: 14 mo}
`,
      },
      {
        plan: `
fallback-modes:
  manual-queue: {how: Call the desk, then page, owner: support-ops}
#                     ^^^^^^^^^^^^^^^^^^^^^^^^ The comma cuts this value in two
`,
        fixed: `
fallback-modes:
  manual-queue: {how: "Call the desk, then page", owner: support-ops}
`,
      },
    ],
    good: [
      `
economics: {ceiling: 22000 EUR/mo, payback: 14 mo}
fallback-modes:
  manual-queue: {how: "Call the desk, then page", owner: support-ops}
`,
    ],
  },
  check: {
    File(file, context) {
      for (const trap of problemsOf(file, "split-value"))
        context.report(
          trapPlace(trap),
          `The comma cuts this value in two: in braces YAML reads only ${shown(trap.written.slice(0, trap.written.indexOf(",")))} and drops the rest. Write ${shown(trap.replacement)}.`,
          { fixes: [trapFix(context, trap, `Change to \`${trap.replacement}\``)] },
        );
    },
  },
});
