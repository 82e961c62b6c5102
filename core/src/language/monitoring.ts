import { date, dateOrMilestone, key, link, object, quantity, text } from "./types.ts";

export const Monitoring = object("Monitoring", {
  doc: "When the watching of quality and reliability is designed and switched on. It belongs to the design, not to the time after launch.",
  keys: {
    designed: key(date, {
      doc: "The day the monitoring was designed, such as `2026-02-27`. Best before the build starts.",
      due: "build",
      principle: "monitoring-from-day-one",
      placeholder: "date designed YYYY-MM-DD",
    }),
    "active-from": key(dateOrMilestone, {
      doc: "From when the monitoring runs: a date or the name of a milestone, `pilot-start`. It should not be later than go-live.",
      due: "build",
      principle: "monitoring-from-day-one",
      placeholder: "date or milestone e.g. pilot-start",
    }),
    conventions: key(text, {
      doc: "The naming convention that logs and measurements follow, if there is one: `otel-genai` (OpenTelemetry for generative AI).",
      principle: "monitoring-from-day-one",
      placeholder: "naming convention e.g. otel-genai",
    }),
    "log-retention": key(quantity("duration", "12 mo"), {
      doc: "How long logs are kept, so that a decision can still be explained later, such as `12 mo`.",
      due: "build",
      principle: "traceability",
      placeholder: "how long logs are kept e.g. 12 mo",
    }),
    "post-market-plan": key(link("document"), {
      doc: "The plan for watching the system once it is on the market, which the EU AI Act asks for where the risk is high, as a path to a file or a web address, for example `./compliance/post-market-plan.md`.",
      principle: "monitoring-from-day-one",
      placeholder: "path to the post-market monitoring plan",
    }),
  },
});
