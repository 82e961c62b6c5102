import { MOST_UNREADY } from "./score.ts";

/** How the score is made, in sentences for those who read a report; `docs/guides/readiness.md` says it in full. */
export const SCORE_METHOD: readonly string[] = [
  `Each principle that is due at the stage counts the same, and all together bring up to ${MOST_UNREADY} points. The other ${100 - MOST_UNREADY} are for a plan with nothing in its way: whatever stands in its way, it has ${MOST_UNREADY} points at the most.`,
  "Of a principle counts the part that is there of what must be there. A check that fails everywhere takes half of that away, advice that is not taken a seventh; where it fails only in places, as much less.",
  "Counted as not met: placeholders and what can't be read, what is ignored or switched off, risks that a waiver accepts, and checks that are silent because something due is not there. What is due later doesn't count.",
];
