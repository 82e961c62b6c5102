import type { Principle } from "./principle.ts";
import { article } from "./sources.ts";

export const loadOnLegacy: Principle = {
  number: 10,
  id: "load-on-legacy",
  title: "Legacy platforms carry the load",
  what: "Every system the AI reads from or writes to has a limit. The plan holds the busiest hour against each of them and says what happens when one is slow or gone.",
  why: "Older platforms were sized for people, not for software that calls them for each item. 900 items an hour with 3 calls each are 2,700 requests; a limit of 30 a minute is 1,800, so a third is refused in every peak. No test shows this when the pilot runs at a tenth of the volume.",
  sources: [
    article("The Gap Between Testing and Production"),
    {
      title: "Site Reliability Engineering, Google",
      reference: "launch coordination checklist: capacity, dependencies, failure modes",
    },
  ],
  says: [
    "`load.peak`",
    "`systems.<id>.calls-per-item` and `rate-limit`",
    "`systems.<id>.latency-p95`, `availability`, `timeout`, `on-failure`",
    "`fallback-modes.<id>.capacity`",
    "`load-test.rate`: at least the peak, dated before go-live",
  ],
  sections: ["systems", "load.peak", "load-test", "fallback-modes.<id>.capacity"],
  notCheckable: "Whether the limits the owners state are the real ones.",
};
