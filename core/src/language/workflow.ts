import { date, key, link, object, reference } from "./types.ts";

export const Workflow = object("Workflow", {
  doc: "How the work is done today and how it will be done with the AI system. The workflow is redesigned first; adding AI to the old one rarely pays.",
  keys: {
    current: key(link("document"), {
      doc: "The document that shows how the work is done today, as a path to a file or a web address, for example `./flows/triage-today.md`.",
      due: "build",
      ownedBy: "missing-workflow-redesign",
      principle: "workflow-redesign",
      placeholder: "path to the description of the work today",
    }),
    target: key(link("document"), {
      doc: "The document that shows how the work will be done once the system is live: who does what, and which steps fall away, for example `./flows/triage-redesigned.md`.",
      due: "build",
      ownedBy: "missing-workflow-redesign",
      principle: "workflow-redesign",
      placeholder: "path to the description of the redesigned work",
    }),
    "redesign-approved": key(date, {
      doc: "The day the redesigned workflow was approved, such as `2026-02-13`. It should come before the build starts.",
      due: "build",
      ownedBy: "missing-workflow-redesign",
      principle: "workflow-redesign",
      placeholder: "date approved YYYY-MM-DD",
    }),
    fallback: key(reference("fallback-mode"), {
      doc: "How the work gets done while the AI system is switched off: the id of one of the `fallback-modes`. A rollback leads here unless `rollout.rollback.to` says otherwise.",
      due: "pilot",
      principle: "operating-limits",
      placeholder: "id of a fallback mode",
    }),
  },
});
