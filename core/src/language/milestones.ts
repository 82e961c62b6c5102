import { date, key, map } from "./types.ts";

/** Dates by name. Wherever a date or a milestone is asked for, these names may be written. */
export const Milestones = map(date, {
  defines: "milestone",
  keyName: "milestone",
  known: {
    "technology-selected": key(date, {
      doc: "The day the technology (the model, the vendor) was or will be chosen. It should come after `outcome.agreed`: first the result the business wants, then the tool.",
      due: "proposal",
      principle: "right-order",
      placeholder: "date the technology is selected YYYY-MM-DD",
    }),
    "build-start": key(date, {
      doc: "The first day of building. Criteria, costs, the redesigned workflow and the checks of the data should be settled by then.",
      due: "proposal",
      principle: "right-order",
      placeholder: "date the build starts YYYY-MM-DD",
    }),
    "pilot-start": key(date, {
      doc: "The first day real cases go through the system under close watch.",
      due: "build",
      principle: "right-order",
      placeholder: "date the pilot starts YYYY-MM-DD",
    }),
    "go-live": key(date, {
      doc: "The first day the system works in production. The month-one and month-six targets are counted from here.",
      due: "pilot",
      principle: "right-order",
      placeholder: "date of going live YYYY-MM-DD",
    }),
  },
});
