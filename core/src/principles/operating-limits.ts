import type { Principle } from "./principle.ts";
import { article } from "./sources.ts";

export const operatingLimits: Principle = {
  number: 9,
  id: "operating-limits",
  title: "Operating limits and predictable inputs",
  what: "State what the system accepts, which actions it may and may not take, how many, and how sure it must be. State what happens outside these limits, and how it is switched off.",
  why: "A system that meets an input it was not built for does one of three things: it stops, it guesses, or it calls people so often that nothing is saved. Without a limit on actions, one bad input or loop does a day's damage in minutes; without a switch that was tried, stopping it takes a release.",
  sources: [
    article("The Gap Between Testing and Production"),
    {
      title: "NIST AI Risk Management Framework 1.0",
      reference: "MANAGE 2.4: mechanisms to supersede, disengage or deactivate",
    },
    {
      title: "EU AI Act, Regulation (EU) 2024/1689",
      reference: "Article 14(4)(e): a stop button or similar procedure",
    },
  ],
  says: [
    "`operating-limits.autonomy`, `inputs`, `min-confidence`",
    "`operating-limits.actions.allowed`, `forbidden`, `max-rate`",
    "`operating-limits.out-of-bounds`: what it does, whom it tells",
    "`operating-limits.kill-switch.how`, `operators`, `max-time`, `tested`",
    "`workflow.fallback`: how the work goes on without it",
  ],
  sections: ["operating-limits", "workflow.fallback", "fallback-modes"],
  notCheckable: "Whether the software keeps to its limits.",
};
