import { date, key, object, reference, text } from "./types.ts";

export const Outcome = object("Outcome", {
  doc: "The business change this system is for, and the one number that will show it.",
  keys: {
    statement: key(text, {
      doc: "What will be different for the business once this works, in one sentence. Name the change, not the technology.",
      due: "proposal",
      ownedBy: "missing-outcome",
      principle: "outcome-before-technology",
      placeholder: "what will be different for the business",
    }),
    kpi: key(reference("metric"), {
      doc: "The business metric that shows the outcome: the id of a metric of kind `business`.",
      due: "proposal",
      ownedBy: "missing-outcome",
      principle: "outcome-before-technology",
      placeholder: "id of a business metric",
    }),
    agreed: key(date, {
      doc: "The day the business agreed on this outcome. It should come before the technology is selected.",
      due: "build",
      principle: "outcome-before-technology",
      placeholder: "date agreed YYYY-MM-DD",
    }),
  },
});
