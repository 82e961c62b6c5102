import { problemsOf } from "../problems-of.ts";
import { defineRule } from "../rule.ts";
import { always } from "../severity.ts";
import { reportSyntax, trapFix, trapPlace } from "../syntax-findings.ts";
import { shown } from "../words.ts";

export default defineRule({
  id: "yaml-syntax",
  principle: "traceability",
  severity: always("error"),
  summary: "A plan is a YAML file that can be read.",
  why: `What cannot be read cannot be checked, and what is read as something else than was meant is worse: the plan then says
what nobody wrote. One slip spoils only the section it stands in; the rest of the plan is checked as usual.`,
  silent: "About values that stand in the file as they were meant, however unusual their layout.",
  source: "YAML 1.2.2",
  reads: "*",
  catalogs: true,
  examples: {
    bad: [
      {
        plan: `
owner: @maria
#      ^^^^^^ A value can't start with \`@\`
`,
        fixed: `
owner: "@maria"
`,
      },
      {
        plan: `
load: {unit:item, average: 3200 item/d}
#      ^^^^^^^^^ There is no space after the colon
`,
        fixed: `
load: {unit: item, average: 3200 item/d}
`,
      },
      {
        plan: `
outcome:
  statement
# ^^^^^^^^^ YAML takes this line for text, not for a key
`,
        fixed: `
outcome:
  statement:
`,
      },
      {
        plan: `
outcome:
  kpi\u00a0: time-to-right-team
# ^^^^ There is a non-breaking space next to this key
`,
        fixed: `
outcome:
  kpi : time-to-right-team
`,
      },
    ],
    good: [
      `
owner: "@maria"
load: {unit: item, average: 3200 item/d}
`,
    ],
  },
  check: {
    File(file, context) {
      reportSyntax(context);
      for (const trap of problemsOf(file, "missing-space"))
        context.report(
          trapPlace(trap),
          `There is no space after the colon, so YAML reads ${shown(trap.written)} as one word and the key is lost. Write ${shown(trap.replacement)}.`,
          { fixes: [trapFix(context, trap, "Insert a space after the colon")] },
        );
      for (const trap of problemsOf(file, "keys-as-text"))
        context.report(
          trapPlace(trap),
          `YAML takes this line for text, not for a key: a key ends in a colon and a space. Write ${shown(trap.replacement)}.`,
          { fixes: [trapFix(context, trap, `Change to \`${trap.replacement}\``)] },
        );
      for (const trap of problemsOf(file, "hard-space"))
        context.report(
          trapPlace(trap),
          "There is a non-breaking space next to this key, as text copied from a page has it. It looks like a space, but YAML takes it for a letter, so the key is not recognised.",
          { fixes: [trapFix(context, trap, "Replace it with a space")] },
        );
    },
  },
});
